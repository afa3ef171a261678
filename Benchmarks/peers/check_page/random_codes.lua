-- Random codes out of a file, one a line; each visitor asks a few times, as visitors do, or a limit would be measured.
local codes = {}

function init(arguments)
  for line in io.lines(arguments[1]) do codes[#codes + 1] = line end
  math.randomseed(tonumber(arguments[2]))
end

function request()
  local visitor = string.format("10.%d.%d.%d", math.random(0, 255), math.random(0, 255), math.random(1, 254))
  local told = { ["X-Forwarded-For"] = visitor, ["Accept"] = "text/html" }
  return wrk.format("GET", "/v/" .. codes[math.random(#codes)], told)
end

function done(summary)
  local wrong = summary.errors
  io.write(string.format("counted %d %d\n", summary.requests,
    wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
end
