-- A token after the other out of the file TOKENS names; prints how many were answered, how many not well, and microseconds.
local tokens = {}
for token in io.lines(os.getenv("TOKENS")) do tokens[#tokens + 1] = "Bearer " .. token end
local turn = 0

request = function()
  turn = turn % #tokens + 1
  return wrk.format("GET", nil, { ["Authorization"] = tokens[turn] })
end

done = function(summary, latency, requests)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("answered %d %d %d %d\n", summary.requests, wrong, latency:percentile(50), latency:percentile(99)))
end
