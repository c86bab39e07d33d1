using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mesh.Sdk.Tests.Diagnostics;

/// <summary>Checks a log against SARIF 2.1.0: no unknown property, required ones present, enums, indices and URIs right.</summary>
internal sealed partial class SarifRules(JsonElement log)
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    private readonly List<string> _broken = [];

    public IReadOnlyList<string> Broken()
    {
        Properties(log, "log", required: ["version", "runs"], optional: ["$schema"]);
        Holds(log.GetProperty("version").GetString() == "2.1.0", "version");
        Holds(Uri.TryCreate(log.GetProperty("$schema").GetString(), UriKind.Absolute, out _), "$schema");
        foreach (JsonElement run in log.GetProperty("runs").EnumerateArray())
        {
            CheckRun(run);
        }

        return _broken;
    }

    private void CheckRun(JsonElement run)
    {
        Properties(run, "run", required: ["tool", "results"], optional: ["columnKind"]);
        Holds(run.GetProperty("columnKind").GetString() is "utf16CodeUnits" or "unicodeCodePoints", "columnKind");
        Properties(run.GetProperty("tool"), "tool", required: ["driver"], optional: []);
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Properties(driver, "driver", required: ["name"], optional: ["version", "rules"]);
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()];
        string[] ids = [.. rules.Select(r => r.GetProperty("id").GetString()!)];
        Holds(ids.Distinct().Count() == ids.Length, "rules are unique");
        foreach (JsonElement rule in rules)
        {
            Properties(rule, "rule", required: ["id"], optional: ["shortDescription", "help", "helpUri", "defaultConfiguration", "properties"]);
            Message(rule.GetProperty("shortDescription"));
            Message(rule.GetProperty("help"));
            Holds(Uri.TryCreate(rule.GetProperty("helpUri").GetString(), UriKind.Absolute, out _), "helpUri is absolute");
            Holds(Levels.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString()), "level of rule");
        }

        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Holds(results.Select(r => r.TryGetProperty("suppressions", out _)).Distinct().Count() <= 1, "all results have suppressions or none");
        foreach (JsonElement result in results)
        {
            CheckResult(result, ids);
        }
    }

    private void CheckResult(JsonElement result, string[] ids)
    {
        Properties(result, "result", required: ["message"], optional: ["ruleId", "ruleIndex", "level", "locations", "partialFingerprints", "suppressions"]);
        Message(result.GetProperty("message"));
        Holds(Levels.Contains(result.GetProperty("level").GetString()), "level of result");
        int index = result.GetProperty("ruleIndex").GetInt32();
        Holds(index >= 0 && index < ids.Length && ids[index] == result.GetProperty("ruleId").GetString(), "ruleIndex");
        Holds(result.GetProperty("partialFingerprints").EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String), "fingerprints");
        foreach (JsonElement location in result.GetProperty("locations").EnumerateArray())
        {
            CheckLocation(location);
        }

        if (result.TryGetProperty("suppressions", out JsonElement suppressions))
        {
            foreach (JsonElement suppression in suppressions.EnumerateArray())
            {
                Properties(suppression, "suppression", required: ["kind"], optional: ["justification", "status"]);
                Holds(suppression.GetProperty("kind").GetString() is "inSource" or "external", "kind of suppression");
            }
        }
    }

    private void CheckLocation(JsonElement location)
    {
        Properties(location, "location", required: [], optional: ["physicalLocation", "logicalLocations"]);
        foreach (JsonElement logical in location.GetProperty("logicalLocations").EnumerateArray())
        {
            Properties(logical, "logicalLocation", required: [], optional: ["name", "fullyQualifiedName", "kind"]);
        }

        if (!location.TryGetProperty("physicalLocation", out JsonElement physical))
        {
            return;
        }

        Properties(physical, "physicalLocation", required: ["artifactLocation"], optional: ["region"]);
        string uri = physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Holds(UriReference().IsMatch(uri) && Uri.TryCreate(uri, UriKind.RelativeOrAbsolute, out _), $"uri '{uri}'");
        if (physical.TryGetProperty("region", out JsonElement region))
        {
            Properties(region, "region", required: ["startLine"], optional: ["startColumn"]);
            Holds(region.EnumerateObject().All(p => p.Value.GetInt32() >= 1), "region from 1");
        }
    }

    private void Message(JsonElement message)
    {
        Properties(message, "message", required: ["text"], optional: []);
        Holds(message.GetProperty("text").ValueKind == JsonValueKind.String, "text of message");
    }

    private void Properties(JsonElement element, string name, string[] required, string[] optional)
    {
        string[] actual = [.. element.EnumerateObject().Select(p => p.Name)];
        Holds(actual.Distinct().Count() == actual.Length, $"{name}: properties are unique");
        Holds(required.All(actual.Contains), $"{name}: required properties");
        Holds(actual.All(p => required.Contains(p) || optional.Contains(p)), $"{name}: only known properties ({string.Join(", ", actual)})");
    }

    private void Holds(bool condition, string rule)
    {
        if (!condition)
        {
            _broken.Add(rule);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*$")]
    private static partial Regex UriReference();
}
