using FsCheck.Fluent;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>The scanner of our own reads what YamlDotNet's parser reads, wherever it does not give up.</summary>
public sealed class ReadingPathsTests
{
    private static readonly string[] Accepted =
    [
        "a: b\n",
        "a: b",
        "a: b\r\nc:\r\n- d\r\n",
        "# comment\n---\n# more\na: b # comment\n# end\n",
        "a:\n- b\n- c:\n  d: e\n-\n  f: g\n- - h\n  - i\n-\nj: k\n",
        "a:\n  - b\n  -   c: 1\n      d: 2\n",
        "a:\nb: ~\nc: null\nd:\n  e:\nf: ''\n",
        "a: yes\nb: No\nc: ON\nd: off\nf: TRUE\n",
        "a: 1\nb: -1\nc: 0x1F\nd: 017\ne: 0o17\nf: 0b11\ng: 1_000\nh: +5\ni: 1.5\nj: .5\nk: 1.\nl: 1e3\nm: 08\nq: 0.0.0.0\no: 1:30\np: 2020-01-01\n",
        "a: \"b\\n\\\"\\u00e4\\x41\\\\\" # c\nd: 'it''s' \n",
        "\"a b\": c\n'd': e\nf g: h\n",
        "a: |\n  b\n\n   c\n  # no comment\nd: |-\n    e\nf: |+\n  g\n\n\nh: >\n  i\n  j\n\n  k\n",
        "a: |2\n   b\n  c\n",
        "a:\n- |\n  b\n- >-\n  c\n  d\n",
        "a: {}\nb: []\nc: [d, \"e\", 1]\nf: {g: h, \"i\": [j]}\n",
        "a: b:c\nd: http://e/f#g\nh: i#j\nk: -l\nm: --- n\n",
        "a: b\n---\nc: d\n...\ne: f\n---\n---\ng: h\n",
        "- a\n- b\n",
        "a: \"---\"\nb: 'x # y'\n",
        "a: <<\nb: =x\n",
        "a:\n  b: c\n\n\n  d: e\n    \nf: g\n",
        "\uFEFFa: b\n",
        "a: ä€😀\nö: 1\n",
    ];

    private static readonly string[] LeftToYamlDotNet =
    [
        "a: b\n  c\n",
        "a: &x 1\nb: *x\n",
        "a: !!str 1\nb: !!int \"2\"\nc: !!float 3\n",
        "? a\n: b\n",
        "a: \"b\n  c\"\n",
        "a: [b,\n  c]\n",
        "--- {a: b}\n",
        "%YAML 1.1\n---\na: b\n",
        "a:\tb\n",
        "x: &m\n  a: 1\n  b: 2\ny:\n  <<: *m\n  b: 3\n",
        "y: z\nyes: 1\n1: 2\n1.5: 3\nnull_: 4\n",
        "a: .inf\n",
        "a: \"\\uD83D\\uDE00\"\n",
        "a\n",
        "a: >\n  b\n    c\n  d\n",
    ];

    [TestCaseSource(nameof(Accepted))]
    public void Ordinary_manifests_take_the_fast_path_and_both_paths_agree(string text)
    {
        string fast = Trees.Describe(text, avoidsFastPath: false, out int fullyParsed);

        fast.Should().Be(Trees.Describe(text, avoidsFastPath: true, out _));
        fullyParsed.Should().Be(0);
    }

    [TestCaseSource(nameof(LeftToYamlDotNet))]
    public void Unusual_manifests_are_left_to_YamlDotNet(string text)
    {
        string description = Trees.Describe(text, avoidsFastPath: false, out int fullyParsed);

        description.Should().Be(Trees.Describe(text, avoidsFastPath: true, out _));
        fullyParsed.Should().BeGreaterThan(0);
    }

    [Test]
    public void Both_paths_agree_on_any_arrangement_of_yaml_pieces()
    {
        Prop.ForAll(Manifests.Texts, text =>
            Trees.Describe(text, avoidsFastPath: false, out _).Should().Be(Trees.Describe(text, avoidsFastPath: true, out _), "the text is {0}", text))
            .Holds(4000);
    }

    [TestCase("istio/crds-valid")]
    [TestCase("strimzi-examples")]
    public void Both_paths_agree_on_the_shared_examples_and_they_survive_writing(string folder) =>
        AgreeAndSurvive(TestFolders.Shared("vectors", folder));

    [Test]
    public void Both_paths_agree_on_the_shared_definitions_and_they_survive_writing() =>
        AgreeAndSurvive(TestFolders.Shared("crds"));

    private static void AgreeAndSurvive(string folder)
    {
        string[] files = Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories);
        files.Should().NotBeEmpty();
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            string fast = Trees.Describe(text, avoidsFastPath: false, out int fullyParsed);
            fast.Should().Be(Trees.Describe(text, avoidsFastPath: true, out _), file);
            if (TestContext.Out is not null && fullyParsed > 0)
            {
                TestContext.Out.WriteLine($"{fullyParsed} documents of {Path.GetFileName(file)} left to YamlDotNet");
            }

            Survives(text);
        }
    }

    private static void Survives(string text)
    {
        UntypedValue[] read = [.. Trees.Read(text)];
        string written = Trees.ToYaml(read);

        Trees.Read(written).Should().Equal(read);
        Trees.Read(written, avoidsFastPath: true).Should().Equal(read);
        Trees.ToYaml([.. Trees.Read(written)]).Should().Be(written);
        Trees.Read(string.Join('\n', read.Select(r => Trees.ToJson(r, indented: true)))).Should().Equal(read);
    }
}
