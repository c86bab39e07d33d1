using System.Globalization;
using System.Text.Json;

namespace Mesh.Sdk.Diagnostics.Formats;

/// <summary>A report as SARIF. Source: OASIS, Static Analysis Results Interchange Format 2.1.0.</summary>
internal static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Of(DiagnosticReport report, Uri? pages)
    {
        Diagnostic[] all = [.. report, .. report.Suppressed.Select(s => s.Diagnostic)];
        Diagnostic[] rules = [.. all.DistinctBy(d => d.Code).OrderBy(d => d.Code, StringComparer.Ordinal)];
        string[] fingerprints = Fingerprints(all);
        Dictionary<string, int> indices = rules.Select((rule, i) => (rule.Code, i)).ToDictionary(r => r.Code, r => r.i, StringComparer.Ordinal);
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, pages);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            bool suppresses = report.Suppressed.Count > 0;
            for (int i = 0; i < all.Length; i++)
            {
                string[]? suppressions = i >= report.Count ? [report.Suppressed[i - report.Count].Reason] : suppresses ? [] : null;
                WriteResult(json, all[i], indices[all[i].Code], fingerprints[i], suppressions);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    // Consumers take results with the same fingerprint for one.
    private static string[] Fingerprints(Diagnostic[] all)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        return [.. all.Select(diagnostic =>
        {
            string place = $"{diagnostic.Code} {diagnostic.Object} {diagnostic.Path}";
            int turn = seen[place] = seen.GetValueOrDefault(place) + 1;
            return turn == 1 ? place : string.Create(CultureInfo.InvariantCulture, $"{place} {turn}");
        })];
    }

    private static void WriteTool(Utf8JsonWriter json, Diagnostic[] rules, Uri? pages)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Mesh.Sdk");
        json.WriteString("version", typeof(SarifLog).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");
        json.WriteStartArray("rules");
        foreach (Diagnostic rule in rules)
        {
            json.WriteStartObject();
            json.Text("id", rule.Code);
            WriteMessage(json, "shortDescription", rule.Descriptor?.Summary ?? rule.Message);
            WriteMessage(json, "help", $"{rule.Descriptor?.RemedySummary ?? rule.Remedy} See {rule.HelpLink}.");
            if (pages is not null)
            {
                json.Text("helpUri", new Uri(pages, $"{Uri.EscapeDataString(rule.Code)}.md").AbsoluteUri);
            }

            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Descriptor?.Severity ?? rule.Severity));
            json.WriteEndObject();
            if (rule.IstioCode is { } istioCode)
            {
                json.WriteStartObject("properties");
                json.WriteStartArray("tags");
                json.WriteStringValue(istioCode);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes a result; once one of a run tells its suppressions, all must.</summary>
    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int rule, string fingerprint, string[]? suppressions)
    {
        json.WriteStartObject();
        json.Text("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(diagnostic.Severity));
        WriteMessage(json, "message", $"{diagnostic.Message} {diagnostic.Remedy}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePhysicalLocation(json, diagnostic.Position);
        WriteLogicalLocation(json, diagnostic);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.Text("place/v1", fingerprint);
        json.WriteEndObject();
        if (suppressions is not null)
        {
            json.WriteStartArray("suppressions");
            foreach (string reason in suppressions)
            {
                json.WriteStartObject();
                json.WriteString("kind", "external");
                json.Text("justification", reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePhysicalLocation(Utf8JsonWriter json, SourcePosition? place)
    {
        if (place is not { Source.Length: > 0 } position)
        {
            return;
        }

        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.Text("uri", SarifUri.Of(position.Source));
        json.WriteEndObject();
        if (position.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", position.Line);
            if (position.Column > 0)
            {
                json.WriteNumber("startColumn", position.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteLogicalLocation(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        string name = diagnostic.Object ?? "definition";
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.Text("name", name);
        json.Text("fullyQualifiedName", diagnostic.Path.Length == 0 ? name : $"{name} {diagnostic.Path}");
        json.WriteString("kind", diagnostic.Object is null ? "member" : "resource");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.Text("text", SarifText.Of(text));
        json.WriteEndObject();
    }

    private static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
