using Mesh.Sdk.Analysis.VirtualServices;

namespace Mesh.Sdk.Tests.Analysis.VirtualServices;

public sealed class HeaderFormatTests
{
    [TestCase("")]
    [TestCase("plain\ttext")]
    [TestCase("100%%")]
    [TestCase("hello %HOSTNAME% and %PROTOCOL%")]
    [TestCase("%REQ(x-version)%")]
    [TestCase("%START_TIME( %Y/%m )%")]
    [TestCase("%DYNAMIC_METADATA([\"a\", \"b\"])%")]
    [TestCase("%DYNAMIC_METADATA( [ \"a\" , \"b\\\"c\" ] ) %")]
    public void Text_and_commands_are_accepted(string value) => HeaderFormat.IsValid(value).Should().BeTrue();

    [TestCase("20%")]
    [TestCase("abc%123")]
    [TestCase("%START_TIME%%")]
    [TestCase("%REQ(x-version%")]
    [TestCase("%REQ(x-version)")]
    [TestCase("%REQ(x)y%")]
    [TestCase("%REQ(")]
    [TestCase("%REQ(a\\")]
    [TestCase("%DYNAMIC_METADATA([\"a\" \"b\"])%")]
    [TestCase("%DYNAMIC_METADATA([a])%")]
    [TestCase("line\nbreak")]
    [TestCase("\u007f")]
    public void Broken_commands_and_control_characters_are_refused(string value) => HeaderFormat.IsValid(value).Should().BeFalse();
}
