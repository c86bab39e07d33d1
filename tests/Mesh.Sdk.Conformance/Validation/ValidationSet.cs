using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Conformance.Validation;

/// <summary>Cases that istiod accepts, refuses or warns of: a fragment or a whole object each.</summary>
internal abstract class ValidationSet : IVectorSet
{
    private static readonly Dictionary<string, string> RuleIds = Analyzers.All
        .SelectMany(a => a.Rules)
        .Where(r => r.VectorId is not null)
        .DistinctBy(r => r.Descriptor.Code)
        .ToDictionary(r => r.Descriptor.Code, r => r.VectorId!, StringComparer.Ordinal);

    public abstract string Name { get; }

    public string ExpectedProperty => "rules";

    /// <summary>Gets what can be put before rules, by the names that cases use.</summary>
    protected abstract IReadOnlyDictionary<string, ValidationTarget> Targets { get; }

    /// <summary>Gets which rules the findings of reading stand for. What is in none of them, istiod accepts.</summary>
    protected abstract IReadOnlyList<ReadingRule> ReadingRules { get; }

    public JsonNode? Compute(VectorCase vector)
    {
        ValidationTarget target = Targets[vector["target"].Text()];
        ValidationInput input = new(vector, target.Path);
        target.Check(input);
        HashSet<string> errors = new(input.ReadingFindings.Select(RuleOf).OfType<string>(), StringComparer.Ordinal);
        HashSet<string> warnings = new(StringComparer.Ordinal);
        foreach (Diagnostic finding in input.Findings)
        {
            if (RuleIds.TryGetValue(finding.Code, out string? id))
            {
                (finding.Severity == DiagnosticSeverity.Error ? errors : warnings).Add(id);
            }
        }

        JsonObject result = new() { ["valid"] = errors.Count == 0, ["rules"] = ToArray(errors) };
        if (vector.Input.TryGetProperty("warning", out _))
        {
            result["warning"] = warnings.Count > 0;
        }

        if (vector.Input.TryGetProperty("warningRules", out _))
        {
            result["warningRules"] = ToArray(warnings);
        }

        return result;
    }

    public JsonNode? Normalize(JsonNode? expected, VectorCase vector)
    {
        JsonObject result = [];
        foreach (JsonProperty property in vector.Input.EnumerateObject())
        {
            if (property.Name is "valid" or "warning")
            {
                result[property.Name] = property.Value.GetBoolean();
            }
            else if (property.Name is "rules" or "warningRules")
            {
                result[property.Name] = ToArray(property.Value.TextList());
            }
        }

        return result;
    }

    private static JsonArray ToArray(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal).Select(id => JsonValue.Create(id))];

    private string? RuleOf(ReadingFinding finding) =>
        ReadingRules.FirstOrDefault(rule => rule.IsFor(finding)) is { } rule ? rule.RuleId
        : finding.Code == ReadingRule.NullItem ? null
        : throw new FormatException($"Reading finds {finding.Code} at {finding.Path}, which stands for no rule.");
}
