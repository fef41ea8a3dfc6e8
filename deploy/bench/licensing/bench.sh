# licensing-service with 500,000 licences of one partner: lists through the gateway beside pgbench with the same SQL under the
# same row security, and the night in which 25,000 customers' status changes, until the customer list shows it.

night=25000
large_partner
midnight=$(date -u -d 'tomorrow 00:00' +%Y-%m-%dT00:00:00Z)
echo "Loading 100,000 customers with five licences each" >&2
sql licensing -v partner="$partner" -v midnight="$midnight" -f "$bench/licensing/load.sql"
sql customers -v partner="$partner" -f "$bench/licensing/copies.sql"

licenses_alone() {
    database_alone licensing "$bench/licensing/$1.sql" -D partner="$partner" -D category=SERVER -D ordered=ORDERED -D trial=TRIAL \
        -D now="$(date -u +%FT%TZ)" -D notice="$(date -u -d '+30 days' +%FT%TZ)" -D fetch=51
}
filtered() { through_gateway '/v1/licenses?limit=50&category=server&status=active'; }
filtered_alone() { licenses_alone filtered; }
expiring() { through_gateway '/v1/licenses?limit=50&status=expiring&sort=endDate'; }
expiring_alone() { licenses_alone expiring; }

hardware
echo "| licences | through the gateway, requests/s | database alone, transactions/s | ratio |"
echo "| --- | --- | --- | --- |"
beside "filtered page of 50 (category, status)" filtered filtered_alone
beside "page of 50 that run out in 30 days" expiring expiring_alone

shown() {
    curl -sf "$url/v1/customers?limit=1&licenseStatus=expiring&count=true" -H "Authorization: Bearer ${tokens##* }" | jq .total
}
before=$(shown)
"$repository/deploy/clock" "$midnight" >/dev/null
began=$(date +%s%N)
until [ "$(($(shown) - before))" -ge "$night" ]; do
    [ "$(($(date +%s%N) - began))" -lt 600000000000 ] || { echo "After ten minutes the list does not show the night" >&2; exit 1; }
    sleep 0.2
done
printf '\nThe night: %s customers shown with their new status %s s after midnight\n' "$night" \
    "$(awk "BEGIN {printf \"%.1f\", ($(date +%s%N) - $began) / 1e9}")"
