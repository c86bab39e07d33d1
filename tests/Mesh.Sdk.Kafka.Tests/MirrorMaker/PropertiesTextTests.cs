using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Kafka.MirrorMaker.Properties;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker;

public sealed class PropertiesTextTests
{
    [Test]
    public void What_is_written_is_read_as_it_was() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((name, value) =>
        {
            string text = PropertiesText.Write(name.Get, value.Get);
            PropertyEntry[] entries = [.. PropertiesText.Read(text + "\n" + text + "\n")];
            return text.All(c => c is >= ' ' and <= '~') && entries.Length == 2 && entries.All(e => e.Name == name.Get && e.Value == value.Get);
        }).Holds();

    [TestCase("a=1", "a", "1")]
    [TestCase("  a : 1 ", "a", "1 ")]
    [TestCase("a 1", "a", "1")]
    [TestCase("a", "a", "")]
    [TestCase("a = \\\n   b", "a", "b")]
    [TestCase("a->b.topics = x\\\\..*", "a->b.topics", "x\\..*")]
    [TestCase("a\\ b = \\u00e9", "a b", "é")]
    [TestCase("a = # b", "a", "# b")]
    [TestCase("a = b\\", "a", "b")]
    [TestCase("# c\\\na = 1", "a", "1")]
    public void A_line_is_read_as_Java_reads_it(string text, string name, string value)
    {
        PropertyEntry entry = PropertiesText.Read(text).Should().ContainSingle().Subject;

        entry.Name.Should().Be(name);
        entry.Value.Should().Be(value);
    }

    [TestCase("a = \\u12")]
    [TestCase("a = \\uzzzz")]
    public void A_broken_escape_is_refused_with_its_line(string text)
    {
        Action act = () => PropertiesText.Read("\n" + text);

        act.Should().Throw<FormatException>().WithMessage("*line 2*");
    }
}
