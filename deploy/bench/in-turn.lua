-- One token after the other, so that no single client meets its rate limit.
local tokens = {}
for token in os.getenv("TOKENS"):gmatch("%S+") do tokens[#tokens + 1] = "Bearer " .. token end
local turn = 0

request = function()
  turn = turn % #tokens + 1
  return wrk.format("GET", nil, { ["Authorization"] = tokens[turn] })
end

-- Milliseconds that each client waits after an answer, where a load is wanted and not the most there is.
local pause = tonumber(os.getenv("PAUSE"))
if pause then delay = function() return pause end end
