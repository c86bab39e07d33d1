using Mesh.Sdk.Conformance;

namespace Mesh.Sdk.Tests.Conformance;

public sealed class ConformanceRunnerTests
{
    private string _directory = "";

    [SetUp]
    public void MakeFolder() => _directory = Directory.CreateTempSubdirectory("vectors").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_directory, recursive: true);

    [Test]
    public void A_wrong_expectation_fails_with_both_sides_and_exit_1()
    {
        Write("host-match", """{"cases": [{"id": "x-1", "op": "overlaps", "a": "a", "b": "a", "expected": false}]}""");

        (int exit, string output) = Run(_directory);

        exit.Should().Be(1);
        output.Should().Contain("FAIL x-1").And.Contain("expected false").And.Contain("actual   true");
        LastLine(output).Should().Be("0 passed, 1 failed, 0 skipped");
    }

    [TestCase("""{"id": "x", "op": "resembles", "a": "a", "b": "a", "expected": true}""")]
    [TestCase("""{"id": "x", "op": "overlaps", "a": "a", "expected": true}""")]
    [TestCase("""{"id": "x", "op": "overlaps", "a": "a", "b": "a"}""")]
    [TestCase("""{"id": "x", "op": "overlaps", "a": null, "b": "a", "expected": true}""")]
    [TestCase("17")]
    public void A_malformed_case_fails_and_the_others_run(string malformed)
    {
        Write("host-match", $$"""{"cases": [{{malformed}}, {"id": "y", "op": "overlaps", "a": "a", "b": "a", "expected": true}]}""");

        (int exit, string output) = Run(_directory);

        exit.Should().Be(1);
        LastLine(output).Should().Be("1 passed, 1 failed, 0 skipped");
    }

    [Test]
    public void A_file_that_is_no_vector_file_fails()
    {
        Write("host-match", "[");

        (int exit, string output) = Run(_directory);

        exit.Should().Be(1);
        LastLine(output).Should().Be("0 passed, 1 failed, 0 skipped");
    }

    [Test]
    public void An_unknown_set_is_skipped_by_name()
    {
        Write("unheard-of", """{"cases": [{"id": "x"}, {"id": "y"}]}""");

        (int exit, string output) = Run(_directory);

        exit.Should().Be(0);
        output.Should().Contain("SKIP unheard-of");
        LastLine(output).Should().Be("0 passed, 0 failed, 2 skipped");
    }

    [TestCase]
    [TestCase("--set")]
    [TestCase("no-such-folder")]
    [TestCase("--unknown")]
    public void Bad_arguments_give_usage_and_exit_2(params string[] args)
    {
        (int exit, string output) = Run(args);

        exit.Should().Be(2);
        output.Should().Contain("Usage:");
    }

    [Test]
    public void A_set_without_vectors_is_a_bad_argument()
    {
        Write("host-match", """{"cases": []}""");

        Run(_directory, "--set", "host-mtach").Exit.Should().Be(2);
    }

    [Test]
    public void A_set_that_is_asked_for_and_not_known_is_a_bad_argument()
    {
        Write("unheard-of", """{"cases": [{"id": "x"}]}""");

        Run(_directory, "--set", "unheard-of").Exit.Should().Be(2);
    }

    [TestCase("--help")]
    [TestCase("-h")]
    public void Help_goes_to_the_output_and_is_no_failure(string argument)
    {
        StringWriter output = new();
        StringWriter errors = new();

        ConformanceCommand.Run([argument], output, errors).Should().Be(0);
        output.ToString().Should().StartWith("Usage:");
        errors.ToString().Should().BeEmpty();
    }

    [Test]
    public void Several_sets_can_be_named()
    {
        foreach (string set in new[] { "host-match", "host-short-name", "locality-parse" })
        {
            Write(set, """{"cases": [17]}""");
        }

        (int exit, string output) = Run(_directory, "--set", "host-match", "--set", "locality-*");

        exit.Should().Be(1);
        LastLine(output).Should().Be("0 passed, 2 failed, 0 skipped");
    }

    [Test]
    public void A_set_without_cases_fails()
    {
        Write("host-match", """{"cases": []}""");

        (int exit, string output) = Run(_directory);

        exit.Should().Be(1);
        output.Should().Contain("no cases");
    }

    [Test]
    public void A_property_that_is_missing_is_named()
    {
        Write("host-match", """{"cases": [{"id": "x", "op": "overlaps", "a": "a", "expected": true}]}""");

        Run(_directory).Output.Should().Contain("'b' is missing");
    }

    [Test]
    public void A_setting_that_is_expected_where_there_is_none_fails()
    {
        Write("effective-lb-setting", """
            {"cases": [{"id": "x", "meshLocalityLbSetting": {"enabled": false}, "meshZoneAwareLbSetting": null, "ruleLoadBalancer": null,
              "serviceTrafficDistribution": null, "expected": {"source": "none", "setting": {"enabled": true}, "forceFailover": false}}]}
            """);

        Run(_directory).Exit.Should().Be(1);
    }

    private static (int Exit, string Output) Run(params string[] args)
    {
        StringWriter output = new();
        return (ConformanceCommand.Run(args, output, output), output.ToString());
    }

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1].TrimEnd('\r');

    private void Write(string set, string text) => File.WriteAllText(Path.Combine(_directory, $"{set}.json"), text);
}
