# reporting-service: one dashboard beside JasperReports and headless Chromium, each on one core; a statement of 10,000 lines;
# the dashboards of 10,000 customers, frozen by a job and fetched as PDF through the gateway.

for tool in node chromium taskset jstat; do
    command -v "$tool" >/dev/null || { echo "This benchmark needs $tool on the PATH" >&2; exit 1; }
done
here=$bench/reporting
out=$data/bench
mkdir -p "$out"
on_one_core="taskset -c $(($(nproc) - 1))"

suite="$repository/reporting-service/target/quarkus-app"
ours="$out/classes:$suite/app/*:$suite/lib/main/*:$suite/lib/boot/*"
jasper="$here/jasper/target/classes:$here/jasper/target/lib/*"
options="-XX:+UseSerialGC -Xmx512m -Djava.awt.headless=true"
javac -d "$out/classes" -cp "$ours" "$here"/suite/dev/kontor/reporting/*/*.java
"$repository/mvnw" -q -B -f "$here/jasper/pom.xml" package
java $options -cp "$ours" dev.kontor.reporting.snapshots.DashboardBench "$here" "$out/page.html"

ours() { $on_one_core java $options -cp "$ours" dev.kontor.reporting.snapshots.DashboardBench "$here" 2000 500 "$out/ours.pdf" | median; }
jasper() { $on_one_core java $options -cp "$jasper" dev.kontor.bench.JasperBench "$here" 200 100 "$out/jasper.pdf" 2>"$out/jasper.log" | median; }
# The browser's processes inherit the core. Its own time is printing alone; loading the page comes on top.
chromium_prints() {
    $on_one_core node "$here/chromium.mjs" chromium "$out/profile" "$out/page.html" 10 40 "$out/chromium.pdf" >"$out/chromium"
    cut -d ' ' -f 1 "$out/chromium" | median
}
statement() { $on_one_core java $options -cp "$ours" dev.kontor.reporting.statements.StatementBench 5 5 "$out/statement.pdf" | median; }

as="" bs="" cs="" ds="" to_jasper="" to_chromium="" loaded=""
for round in $(seq "$rounds"); do
    echo "Round $round" >&2
    a=$(ours) b=$(jasper) c=$(chromium_prints) d=$(statement)
    as="$as $a" bs="$bs $b" cs="$cs $c" ds="$ds $d" loaded="$loaded $(cut -d ' ' -f 2 "$out/chromium" | median)"
    to_jasper="$to_jasper $(awk "BEGIN {print $b / $a}")" to_chromium="$to_chromium $(awk "BEGIN {print $c / $a}")"
done
of() { printf '%.1f' "$(echo $1 | median)"; }

hardware
echo "| dashboard of 9 widgets, one core, warm | ms | beside Kontor |"
echo "| --- | --- | --- |"
echo "| Kontor, tagged PDF/A | $(of "$as") | 1 |"
echo "| JasperReports, untagged | $(of "$bs") | $(of "$to_jasper") × |"
echo "| Chromium, printing a loaded page | $(of "$cs") | $(of "$to_chromium") × |"
echo "| Chromium, loading it as well | $(of "$loaded") | |"

operator=$(token vendor-operator)
partner=$(curl -sf "$url/v1/partners" -H "Authorization: Bearer $operator" -H 'Content-Type: application/json' -d '{
    "name": "Large", "programs": ["msp-flex"], "region": "DE", "currency": "EUR", "locale": "de",
    "contact": {"firstName": "P", "lastName": "L", "email": "p.l@example.com", "phone": "+493012345678",
                "address": {"lines": ["Torstraße 1"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"}}}' | jq -r .id)
authorization="Authorization: Bearer $(token partner-super-admin --partner "$partner")"
curl -sf -X PUT "$url/v1/partner/logo" -H "$authorization" -H 'Content-Type: image/png' --data-binary @"$here/partner.png"
echo "Loading 10,000 customers" >&2
sql customers -v partner="$partner" -f "$here/customers.sql"
sql reporting -v partner="$partner" -f "$here/load.sql"

get() { curl -sf "$url$1" -H "$authorization"; }
seconds_since() { awk "BEGIN {printf \"%.1f\", ($(date +%s%N) - $1) / 1e9}"; }

jstat -gc "$(cat "$data/run/reporting.pid")" 1000 >"$out/heap" &
watching=$!
echo "Freezing 10,000 dashboards" >&2
begun=$(date +%s%N)
job=$(curl -sf "$url/v1/dashboard-export-jobs" -H "$authorization" -H 'Content-Type: application/json' \
    -d '{"dashboard": "central-overview", "all": true, "format": "pdf"}' | jq -r .id)
until [ "$(get "/v1/jobs/$job" | jq -r .state)" = succeeded ]; do sleep 1; done
frozen=$(seconds_since "$begun")

cursor="" fetching=$(date +%s%N)
echo "header = \"$authorization\"" >"$out/downloads"
while [ "$cursor" != null ]; do
    page=$(get "/v1/dashboard-export-jobs/$job/exports?limit=200${cursor:+&cursor=$cursor}")
    jq -r --arg url "$url" '.items[] | select(.state == "done") | "url = \"\($url)/v1/exports/\(.exportId)/content\"\noutput = /dev/null"' \
        <<<"$page" >>"$out/downloads"
    cursor=$(jq -r .nextCursor <<<"$page")
done
echo "Fetching $(grep -c '^url' "$out/downloads") of them as PDF" >&2
curl --no-progress-meter -f -Z --parallel-max 4 -K "$out/downloads" -w '%{http_code} %{size_download}\n' >"$out/fetched"
fetched=$(seconds_since "$fetching")
kill $watching
heap=$(awk 'NR > 1 {used = ($3 + $4 + $6 + $8) / 1024; if (used > most) most = used} END {printf "%.0f", most}' "$out/heap")
printed=$(awk '$1 == 200 {n++; bytes += $2} END {printf "%d, %.0f KB each", n, bytes / n / 1024}' "$out/fetched")

echo
echo "| large | |"
echo "| --- | --- |"
echo "| statement of 10,000 lines, one core, warm | $(of "$ds") ms |"
echo "| 10,000 dashboards frozen by a job | $frozen s |"
echo "| the same fetched as PDF through the gateway ($printed) | $fetched s |"
echo "| heap of reporting-service meanwhile, most in use | $heap MiB |"
