-- One token after the other, so that no single client meets its rate limit.
local tokens = {}
for token in os.getenv("TOKENS"):gmatch("%S+") do tokens[#tokens + 1] = "Bearer " .. token end
local turn = 0

request = function()
  turn = turn % #tokens + 1
  return wrk.format("GET", nil, { ["Authorization"] = tokens[turn] })
end
