using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mesh.Sdk.Conformance;

/// <summary>Runs vector files against sets. What goes wrong in a case fails that case, never the run.</summary>
public sealed class ConformanceRunner(IEnumerable<IVectorSet> sets)
{
    private readonly Dictionary<string, IVectorSet> _sets = sets.ToDictionary(set => set.Name, StringComparer.Ordinal);

    /// <summary>Runs the files of a folder.</summary>
    /// <param name="directory">Folder with <c>*.json</c>.</param>
    /// <param name="filters">Names of the sets to run, none for all; a trailing <c>*</c> stands for any ending.</param>
    public ConformanceReport Run(string directory, params IReadOnlyCollection<string> filters)
    {
        List<CaseResult> results = [];
        List<KeyValuePair<string, int>> skipped = [];
        foreach (string path in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (filters.Count > 0 && !filters.Any(filter => Fits(name, filter)))
            {
                continue;
            }

            if (_sets.TryGetValue(name, out IVectorSet? set))
            {
                results.AddRange(RunFile(path, set));
            }
            else
            {
                skipped.Add(new(name, CountCases(path)));
            }
        }

        return new(results, skipped);
    }

    private static bool Fits(string name, string filter) => filter switch
    {
        [.. var start, '*'] => name.StartsWith(start, StringComparison.Ordinal),
        _ => name == filter,
    };

    private static List<CaseResult> RunFile(string path, IVectorSet set)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            JsonElement fixtures = root.TryGetProperty("fixtures", out JsonElement shared) ? shared : default;
            List<CaseResult> results = [.. root.Required(set.CasesProperty).EnumerateArray().Select((item, i) => RunCase(set, item, fixtures, i))];
            return results.Count > 0 ? results : [new(set.Name, set.Name, "The file has no cases.", "at least one case", "-")];
        }
        catch (Exception e) when (e is IOException or JsonException or FormatException or InvalidOperationException)
        {
            return [new(set.Name, set.Name, $"The file can't be read: {e.Message}", "a vector file", "-")];
        }
    }

    private static CaseResult RunCase(IVectorSet set, JsonElement item, JsonElement fixtures, int index)
    {
        string id = IdOf(item) ?? $"{set.Name}[{index}]";
        try
        {
            VectorCase vector = new(id, item, fixtures);
            JsonNode? expected = set.Normalize(set.ExpectedOf(vector), vector);
            JsonNode? actual = set.Compute(vector);
            string? difference = JsonComparison.FindDifference(expected, actual, set.Tolerance);
            return new(set.Name, id, difference, JsonComparison.ToText(expected), JsonComparison.ToText(actual));
        }
        catch (Exception e)
        {
            // Whatever a case throws is the failure of that case, never of the run.
            return new(set.Name, id, $"{e.GetType().Name}: {e.Message}", ExpectedTextOf(item, set), "-");
        }
    }

    private static string? IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out JsonElement id) ? id.ToString() : null;

    private static string ExpectedTextOf(JsonElement item, IVectorSet set) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(set.ExpectedProperty, out JsonElement expected)
            ? expected.GetRawText()
            : $"a property '{set.ExpectedProperty}'";

    private static int CountCases(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.TryGetProperty("cases", out JsonElement cases) ? cases.GetArrayLength() : 0;
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException)
        {
            return 0;
        }
    }
}
