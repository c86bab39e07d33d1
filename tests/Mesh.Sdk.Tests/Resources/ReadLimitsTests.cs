using System.Text;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>A hostile text is refused; one that were not would take minutes or all memory.</summary>
public sealed class ReadLimitsTests
{
    private static IEnumerable<TestCaseData> HostileTexts()
    {
        yield return Case("MESH0003", "flow lists", new string('[', 100_000));
        yield return Case("MESH0003", "flow maps", string.Concat(Enumerable.Repeat("{a: ", 100_000)));
        yield return Case("MESH0003", "json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        yield return Case("MESH0003", "dashes", string.Concat(Enumerable.Repeat("- ", 100_000)) + "a");
        yield return Case("MESH0003", "indentation", string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n")));
        yield return Case("MESH0003", "keys", string.Concat(Enumerable.Repeat("? ", 100_000)) + "a");
        yield return Case("MESH0004", "laughs", Laughs("[{0}]"));
        yield return Case("MESH0004", "merged laughs", Merges());
        yield return Case("MESH0004", "items", "a: [" + string.Concat(Enumerable.Repeat("1,", 600_000)) + "]\n");
        yield return Case("MESH0004", "lines", string.Concat(Enumerable.Range(0, 600_000).Select(i => $"a{i}: 1\n")));
        yield return Case("MESH0005", "documents", string.Concat(Enumerable.Repeat("apiVersion: v1\nkind: A\n---\n", 250_001)));
        yield return Case("MESH0014", "untyped documents", string.Concat(Enumerable.Repeat("a: 1\n---\n", 250_001)));
        yield return Case("MESH0008", "wrong items", "apiVersion: v1\nkind: List\nitems: [" + string.Concat(Enumerable.Repeat("1,", 400_000)) + "]\n");
        yield return Case("MESH0007", "repeated fields", string.Concat(Enumerable.Repeat("a: 1\n", 400_000)));
        yield return Case("MESH0001", "long keys", new string('a', 2_000_000) + ": 1\n  b: 2\n");
        yield return Case("MESH0001", "open quote", "a: \"" + string.Concat(Enumerable.Repeat("b\n", 1_000_000)));
        yield return Case("MESH0006", "aliases", "a: &a 1\n" + string.Concat(Enumerable.Range(0, 101).Select(i => $"b{i}: *a\n")));
    }

    [TestCaseSource(nameof(HostileTexts))]
    public void A_hostile_text_is_refused(string code, string text)
    {
        Action read = () => new ResourceReader(ResourceKinds.None).Read(text);

        read.Should().Throw<ResourceReadException>().Which.Report.Should().Contain(d => d.Code == code);
    }

    [Test]
    public async Task A_text_that_is_too_large_is_refused_however_it_arrives()
    {
        ResourceReader reader = new(ResourceKinds.None) { Limits = new() { MaxSizeBytes = 10 } };
        Action text = () => reader.Read("a: ééééé");
        Action bytes = () => reader.Read(new byte[11], "bytes");
        Func<Task> stream = () => reader.ReadAsync(new MemoryStream(new byte[1000]), "stream");

        text.Should().Throw<ResourceReadException>().WithMessage("*MESH0002*");
        bytes.Should().Throw<ResourceReadException>().WithMessage("*MESH0002*");
        (await stream.Should().ThrowAsync<ResourceReadException>()).WithMessage("*MESH0002*");
    }

    [Test]
    public void Deeper_nesting_may_be_allowed_as_far_as_the_stack_bears_it()
    {
        ResourceReader reader = new(ResourceKinds.None) { Limits = new() { MaxDepth = 1000 } };
        string text = $"apiVersion: v1\nkind: A\na: {new string('[', 999)}{new string(']', 999)}\n";

        IResource resource = reader.Read(text).Should().ContainSingle().Subject;

        reader.Read(resource.ToYaml())[0].Should().Be(resource);
        reader.Read(resource.ToJson())[0].Should().Be(resource);
        FluentActions.Invoking(() => new ReadLimits { MaxDepth = 1001 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static TestCaseData Case(string code, string name, string text) => new TestCaseData(code, text).SetArgDisplayNames(name);

    private static string Laughs(string item)
    {
        StringBuilder text = new("a0: &a0 lol\n");
        for (int i = 1; i < 10; i++)
        {
            string aliases = string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9));
            text.Append($"a{i}: &a{i} ").AppendFormat(System.Globalization.CultureInfo.InvariantCulture, item, aliases).Append('\n');
        }

        return text.ToString();
    }

    private static string Merges()
    {
        StringBuilder text = new("a0: &a0 {b: c}\n");
        for (int i = 1; i < 10; i++)
        {
            text.Append($"a{i}: &a{i} {{<<: [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]}}\n");
        }

        return text.ToString();
    }
}
