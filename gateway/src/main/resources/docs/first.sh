#!/bin/sh
# Prints every customer as JSON, a page a line. Needs curl and sed, and leaves the token in TOKEN.
: "${CLIENT_ID:?}" "${CLIENT_SECRET:?}"
KONTOR=${KONTOR:-https://kontor.example}
TOKEN_URL=${TOKEN_URL:-https://issuer.example/token}

member() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }

TOKEN=$(curl -sS --fail-with-body "$TOKEN_URL" -u "$CLIENT_ID:$CLIENT_SECRET" \
  -d grant_type=client_credentials -d scope=customers:read | member access_token)
export TOKEN

CURSOR=
while
  PAGE=$(curl -sS --fail-with-body -G "$KONTOR/v1/customers" -d limit=200 \
    ${CURSOR:+--data-urlencode "cursor=$CURSOR"} \
    -H "Authorization: Bearer $TOKEN")
  echo "$PAGE"
  CURSOR=$(echo "$PAGE" | member nextCursor)
  [ -n "$CURSOR" ]
do :; done
