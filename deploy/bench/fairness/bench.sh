# What one partner's 100 connections do to another partner's calls.

contact='{"firstName": "P", "lastName": "L", "email": "p.l@example.com", "phone": "+493012345678",
          "address": {"lines": ["Torstraße 1"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"}}'
partner() {
    curl -sf "$url/v1/partners" -H "Authorization: Bearer $(token vendor-operator)" -H 'Content-Type: application/json' -d '{
        "name": "'"$1"'", "programs": ["msp-flex"], "region": "DE", "currency": "EUR", "locale": "de", "contact": '"$contact"'}' | jq -r .id
}
busy=$(token partner-super-admin --partner "$(partner Busy)" --program msp-flex)
other=$(token partner-super-admin --partner "$(partner Other)" --program msp-flex)

echo "$rounds rounds of $seconds s alone and $seconds s beside the flood" >&2
measured=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m "$bench/fairness/Fairness.java" "$url" "$busy" "$other" "$(date -u +%Y-%m)" "$rounds" "$seconds")
hardware
echo "$measured"
