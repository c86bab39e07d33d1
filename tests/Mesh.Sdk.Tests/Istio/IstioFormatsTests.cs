using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Tests.Istio;

public sealed class IstioFormatsTests
{
    [TestCase("1.2.3.4", true)]
    [TestCase("01.2.3.4", false)]
    [TestCase("1.2.3", false)]
    [TestCase("0x1.2.3.4", false)]
    [TestCase("::", true)]
    [TestCase("::ffff:1.2.3.4", true)]
    [TestCase("1:2:3:4:5:6:7:8", true)]
    [TestCase("1:2:3:4:5:6:7", false)]
    [TestCase("1::2::3", false)]
    [TestCase("[::1]", false)]
    [TestCase("12345::", false)]
    public void Addresses_have_no_short_forms(string text, bool isValid) => IstioFormats.IsIpAddress(text).Should().Be(isValid);

    [TestCase("10.0.0.0/32", true)]
    [TestCase("10.0.0.0/33", false)]
    [TestCase("10.0.0.0/08", false)]
    [TestCase("10.0.0.0/", false)]
    [TestCase("/8", false)]
    public void Ranges_have_a_length_that_fits(string text, bool isValid) => IstioFormats.IsIpOrCidr(text).Should().Be(isValid);

    [Test]
    public void The_value_of_a_label_may_be_long_for_istio() =>
        IstioFormats.AreLabels([new("a", new string('x', 64))]).Should().BeTrue();

    [TestCase("outbound_.80_.v1_.a.b", true, true)]
    [TestCase("outbound_.80_._", true, false)]
    [TestCase("outbound_.80_.v1_.a.b", false, false)]
    public void Generated_hosts_are_for_sni_only(string text, bool isSni, bool isValid) =>
        IstioFormats.IsGatewayBoundDomain(text, isSni).Should().Be(isValid);
}
