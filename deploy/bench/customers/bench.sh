# customers-service at 1,000,000 customers, 100,000 of them of one partner: lists, filters and search through the gateway beside
# pgbench with the same SQL under the same row security.

large_partner
echo "Loading 1,000,000 customers" >&2
sql customers -v partner="$partner" -f "$bench/customers/load.sql"

first_token=${tokens# }
first_token=${first_token%% *}
cursor=""
page() { curl -sf "$url/v1/customers?limit=200${1:+&cursor=$1}" -H "Authorization: Bearer $first_token" | jq -r .nextCursor; }
echo "Walking to page 500 of 200, which is page 2,000 of 50" >&2
for _ in $(seq 499); do cursor=$(page "$cursor"); done

alone() { database_alone customers "$bench/customers/$1.sql" -D partner="$partner"; }
list() { through_gateway '/v1/customers?limit=50'; }
list_alone() { alone list; }
filtered() { through_gateway '/v1/customers?limit=50&licenseStatus=expiring'; }
filtered_alone() { alone filtered; }
search() { through_gateway '/v1/customers?limit=50&search=789'; }
search_alone() { alone search; }
last_page() { through_gateway "/v1/customers?limit=50&cursor=$cursor"; }

hardware
echo "| customers | through the gateway, requests/s | database alone, transactions/s | ratio |"
echo "| --- | --- | --- | --- |"
beside "list page of 50" list list_alone
beside "filtered page of 50 (licenseStatus)" filtered filtered_alone
beside "three-letter search" search search_alone
beside "page 2,000 beside page 1" last_page list
