# billing-service: usage taken in through the gateway beside the database alone, the estimate and the close of a partner with
# 100,000 lines, and the closes of 1,000 partners over 24 months.

calls=40
month=$(date -u +%Y-%m)
next=$(date -u -d "$month-01 + 1 month" +%Y-%m)
large_partner
first_token=${tokens# }
first_token=${first_token%% *}

load() { sql billing -v partner="$partner" -v month="$1-01" -f "$bench/billing/load.sql" >/dev/null; }

until sql billing -At -c "select id from partner where id = '$partner'" | grep -q .; do sleep 0.2; done
echo "Loading a month of 3,000,000 records" >&2
load "$month"
entries=$(sql billing -At -c "select json_agg(json_build_object('product', code, 'model', 'flat', 'bands',
    json_build_array(json_build_object('upTo', null, 'unitPrice', '1.25')))) from product where code like 'bench-%'")
curl -sSf -X PUT "$url/v1/price-books/large" -H "Authorization: Bearer $operator" -H 'Content-Type: application/json' -o /dev/null -d "{
    \"scope\": \"partner\", \"partnerId\": \"$partner\", \"effectiveFrom\": \"$month-01\", \"currency\": \"EUR\", \"entries\": $entries}"

hardware
milliseconds() { echo $((($(date +%s%N) - $1) / 1000000)); }

posts=$(mktemp -d)
reporter=$(token usage-reporter)
post() {
    curl -sf "$url/v1/usage-records" -H "Authorization: Bearer $reporter" -H 'Content-Type: application/x-ndjson' --data-binary "@$1" | jq .stored
}
export -f post
export url reporter

# Records a second, none of them sent before: 1,000 customers' ten products in each call.
ingest_through_gateway() {
    local call began stored took sent
    sent=$(cat /proc/sys/kernel/random/uuid)
    for call in $(seq "$calls"); do
        sql billing -At -c "select json_build_object('eventId', customer_id || product || '$sent' || $call, 'customerId', customer_id,
            'product', product, 'observedAt', '$month-01T00:00:00Z'::timestamptz + $call * interval '1 minute', 'quantity', $call) from (
                select customer_id, code as product from customer_relation cross join product
                where partner_id = '$partner' and code like 'bench-%' order by customer_id, code offset $((call % 10 * 10000)) limit 10000) r" >"$posts/$call"
    done
    began=$(date +%s%N)
    stored=$(ls "$posts"/* | xargs -P2 -I{} bash -c 'post {}' | awk '{sum += $1} END {print sum}')
    took=$(milliseconds "$began")
    [ "$stored" = $((calls * 10000)) ] || { echo "Only $stored records were stored" >&2; exit 1; }
    echo $((stored * 1000 / took))
}
driver=$(ls "$repository"/billing-service/target/quarkus-app/lib/main/org.postgresql.postgresql-*.jar)
ingest_alone() {
    java -cp "$driver" "$bench/billing/Bare.java" "jdbc:postgresql://127.0.0.1:$((port + 23))/billing" \
        "$(cat "$data/secrets/postgres.password")" "$(cat /proc/sys/kernel/random/uuid)" "$month-01" "$calls"
}
printf '| ingest | through the gateway, records/s | database alone, records/s | ratio |\n| --- | --- | --- | --- |\n'
warm=0 beside "10,000 a call, two clients" ingest_through_gateway ingest_alone
rm -rf "$posts"

estimate() { curl -sf -o /dev/null -w '%{time_total}\n' "$url/v1/statements?month=$month" -H "Authorization: Bearer $first_token"; }
printf '\nEstimate of 100,000 lines: the first %s s' "$(estimate)"
printf ', of 40 more the median %s s and the 95th percentile %s s\n' \
    $(for _ in $(seq 40); do estimate; done | sort -n | awk '{v[NR] = $1} END {print v[20], v[38]}')

# The checks that follow a close are no part of it, and the next one is not to share the cores with them.
await_checks() {
    until sql billing -At -c "select count(*) from pg_stat_activity
        where usename = 'billing_app' and state <> 'idle'" | grep -qx 0; do sleep 1; done
}

# Closes the month that the clock then leaves, and says how many seconds that took.
close() {
    local of=$1 began job
    await_checks
    "$repository/deploy/clock" "$(date -u -d "$of-01 + 1 month" +%Y-%m-01T00:00:01Z)" >/dev/null
    began=$(date +%s%N)
    job=$(curl -sf -X POST "$url/v1/billing-periods/$of/close" -H "Authorization: Bearer $operator" | jq -r .id)
    until curl -sf "$url/v1/jobs/$job" -H "Authorization: Bearer $operator" | jq -e '.state == "succeeded"' >/dev/null; do sleep 0.2; done
    awk "BEGIN {printf \"%.1f\", $(milliseconds "$began") / 1000}"
}
counted=$(date +%s%N)
sql billing -c "select customer_id, product, max(highest) from usage_day where partner_id = '$partner' and day >= '$month-01'
    group by customer_id, product" >/dev/null
counted=$(milliseconds "$counted")
printf 'Close of a partner with 100,000 lines: the first of this process %s s' "$(close "$month")"
await_checks
load "$next"
printf ', the next %s s (the database alone counts them in %s s)\n' "$(close "$next")" "$(awk "BEGIN {printf \"%.1f\", $counted / 1000}")"

# One partner of the 1,000 is known to every service.
invoiced_months=6
twelve=$(curl -sSf "$url/v1/partners" -H "Authorization: Bearer $operator" -H 'Content-Type: application/json' -d '{
    "name": "Partner Twelve", "programs": ["msp-flex"], "region": "DE", "currency": "EUR", "locale": "de",
    "contact": {"firstName": "P", "lastName": "T", "email": "p.t@example.com", "phone": "+493012345678",
                "address": {"lines": ["Torstraße 2"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"}}}' | jq -r .id)
until sql billing -At -c "select id from partner where id = '$twelve'" | grep -q .; do sleep 0.2; done

next=$(date -u -d "$next-01 + 1 month" +%Y-%m)
sql billing -c "update license set end_at = '$next-01' where partner_id = '$partner'"
sql billing -v month="$next-01" -v months=$((months + invoiced_months)) -v twelve="$twelve" -f "$bench/billing/partners.sql" >/dev/null
# Closes so many months and prints how many seconds each took.
closes() {
    local month
    for month in $(seq "$1"); do
        printf '%s ' "$(close "$next")"
        next=$(date -u -d "$next-01 + 1 month" +%Y-%m)
    done
}
closes "$months" >"$data/closes"
printf 'Closes of 1,000 partners with 12 lines each, month by month, in s: %s\n' "$(cat "$data/closes")"
sql billing -f "$bench/billing/invoicing.sql"
closes "$invoiced_months" >"$data/invoiced"
bare=$(tr -s ' ' '\n' <"$data/closes" | grep . | tail -"$invoiced_months" | median)
invoiced=$(tr -s ' ' '\n' <"$data/invoiced" | grep . | median)
printf 'The same with their invoices: %s; median %s s, %s times the %s s of the %s closes before\n\n' \
    "$(cat "$data/invoiced")" "$invoiced" "$(awk "BEGIN {printf \"%.2f\", $invoiced / $bare}")" "$bare" "$invoiced_months"

reader=$(token partner-super-admin --partner "$twelve" --subject bench-twelve)
invoice=$(curl -sSf "$url/v1/invoices?limit=1" -H "Authorization: Bearer $reader" | jq -r '.items[0].id')
# The median of the milliseconds of one answer after the other, for $seconds seconds.
answers() {
    local until=$((SECONDS + seconds))
    while [ $SECONDS -lt $until ]; do
        curl -sSf -o /dev/null -w '%{time_total}\n' "$url/v1/invoices/$invoice" -H "Authorization: Bearer $reader" -H "Accept: $1"
    done | median | awk '{printf "%.1f", $1 * 1000}'
}
as_pdf() { answers application/pdf; }
as_json() { answers application/json; }
printf '| an invoice of 12 lines, ms | ZUGFeRD PDF | JSON | ratio |\n| --- | --- | --- | --- |\n'
beside "one after the other, through the gateway" as_pdf as_json
