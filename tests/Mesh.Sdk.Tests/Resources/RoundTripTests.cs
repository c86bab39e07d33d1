using FsCheck.Fluent;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>What is written is read again, by us and by others, whatever the texts are.</summary>
public sealed class RoundTripTests
{
    [Test]
    public void Yaml_that_is_written_reads_as_the_same_on_both_paths() =>
        ForAllDocuments(value =>
        {
            string yaml = Trees.ToYaml(value);
            Trees.Read(yaml).Should().Equal([value], yaml);
            Trees.Read(yaml, avoidsFastPath: true).Should().Equal([value], yaml);
        });

    [Test]
    public void Json_that_is_written_reads_as_the_same() =>
        ForAllDocuments(value =>
        {
            Trees.Read(Trees.ToJson(value)).Should().Equal(value);
            Trees.Read(Trees.ToJson(value, indented: true)).Should().Equal(value);
        });

    [Test]
    public void Writing_what_was_read_gives_the_same_text() =>
        ForAllDocuments(value =>
        {
            string yaml = Trees.ToYaml(value, value);
            Trees.ToYaml([.. Trees.Read(yaml)]).Should().Be(yaml);
            string json = Trees.ToJson(value);
            Trees.ToJson(Trees.Read(json)[0]).Should().Be(json);
        });

    [Test]
    public void Json_and_yaml_say_the_same() =>
        ForAllDocuments(value => Trees.Read(Trees.ToYaml(value)).Should().Equal(Trees.Read(Trees.ToJson(value))));

    [Test]
    public void YamlDotNet_reads_what_was_meant() =>
        ForAllDocuments(value => IndependentYaml.Read(Trees.ToYaml(value, value)).Should().Equal(value, value));

    [Test]
    public void Every_known_text_survives_as_value_item_and_name()
    {
        foreach (string text in HostileTexts.Known)
        {
            UntypedValue value = Trees.Map(
                ("value", text),
                (text + "", Trees.List(text, Trees.List(text, text), Trees.Map((text, text)))),
                ("last", Trees.Map((text, Trees.Map((text, Trees.List()))), ("end", text))));
            string yaml = Trees.ToYaml(value);
            Trees.Read(yaml).Should().Equal([value], yaml);
            Trees.Read(yaml, avoidsFastPath: true).Should().Equal([value], yaml);
            IndependentYaml.Read(yaml).Should().Equal([value], yaml);
        }
    }

    [Test]
    public void Long_names_survive()
    {
        foreach (string name in new[] { new string('a', 159), new string('a', 2000), new string('"', 1000), new string('é', 161) })
        {
            UntypedValue value = Trees.Map((name, "x"), ("y", Trees.List(Trees.Map((name, Trees.List("z")), (name + "2", Trees.Map(("a", 1)))))));
            string yaml = Trees.ToYaml(value);
            Trees.Read(yaml).Should().Equal(value);
            IndependentYaml.Read(yaml).Should().Equal(value);
        }
    }

    private static void ForAllDocuments(Action<UntypedValue> check) =>
        Prop.ForAll(HostileTexts.Documents, value => CheckAndShow(value, check)).Holds(1500);

    private static void CheckAndShow(UntypedValue value, Action<UntypedValue> check)
    {
        try
        {
            check(value);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{Trees.ToJson(value)}\n{Trees.ToYaml(value)}", e);
        }
    }
}
