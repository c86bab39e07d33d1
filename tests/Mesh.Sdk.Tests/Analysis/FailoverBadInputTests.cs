using System.Text.RegularExpressions;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.FailoverRules;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Whatever can be read can be analyzed.</summary>
public sealed partial class FailoverBadInputTests
{
    private static readonly string[] Odd = ["null", "[null]", "[]", "{}", "[{}]", "\"\"", "-1", "0", "2147483647", "\"*\"", "\"/\"", "\"=\"", "\".\"", "0s", "2540400h"];

    private static IEnumerable<string> Codes => new FailoverAnalyzer().Rules.Select(r => r.Descriptor.Code);

    [TestCaseSource(nameof(Codes))]
    public void Any_field_of_the_pages_may_hold_anything_that_can_be_read(string code)
    {
        string page = File.ReadAllText(Path.Combine(TestFolders.Repository(), "docs", "diagnostics", $"{code}.md"));
        int analyzed = 0;
        foreach (string text in Block().Matches(page).Select(m => m.Groups["yaml"].Value).SelectMany(Mutations))
        {
            ResourceSet? resources = TryRead(text);
            if (resources is not null)
            {
                analyzed++;
                resources.Invoking(r => r.Analyze().ApplyFixes(r)).Should().NotThrow($"of{Environment.NewLine}{text}");
                resources.Analyze().Should().Equal(resources.Analyze());
            }
        }

        analyzed.Should().BePositive();
    }

    private static IEnumerable<string> Mutations(string yaml)
    {
        string[] lines = yaml.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            Match field = Field().Match(lines[i]);
            if (field.Success)
            {
                int indent = lines[i].TakeWhile(c => c is ' ' or '-').Count();
                int end = i + 1;
                while (end < lines.Length && lines[end] != "---" && (lines[end].TakeWhile(c => c == ' ').Count() > indent || (lines[end].StartsWith(new string(' ', indent) + "- ", StringComparison.Ordinal) && !lines[i].TrimStart().StartsWith('-'))))
                {
                    end++;
                }

                foreach (string odd in Odd)
                {
                    yield return string.Join('\n', [.. lines[..i], $"{field.Value} {odd}", .. lines[end..]]);
                }
            }
        }
    }

    private static ResourceSet? TryRead(string text)
    {
        try
        {
            return ResourceSet.From(new ResourceReader(MeshKinds.All).Read(text));
        }
        catch (Exception e) when (e is ResourceReadException or ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[ -]*[A-Za-z0-9./\"*-]+:(?= |$)")]
    private static partial Regex Field();

    [GeneratedRegex("""```yaml\n(?<yaml>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
