using Mesh.Sdk.Topology.Checks;

namespace Mesh.Sdk.Tests.Topology;

public sealed class KubernetesNamesTests
{
    [TestCase("waynz0r-1009-02-aws", true)]
    [TestCase("1", true)]
    [TestCase("V1", false)]
    [TestCase("a.b", false)]
    [TestCase("-a", false)]
    [TestCase("a_b", false)]
    [TestCase("", false)]
    public void A_label_is_lower_case_and_alphanumeric_at_both_ends(string text, bool expected)
    {
        KubernetesNames.IsLabel(text).Should().Be(expected);
        KubernetesNames.IsLabel(new string('a', 63)).Should().BeTrue();
        KubernetesNames.IsLabel(new string('a', 64)).Should().BeFalse();
    }

    [TestCase("*", true)]
    [TestCase("*.bar.com", true)]
    [TestCase("*foo.bar.com", true)]
    [TestCase("*-foo.bar.com", true)]
    [TestCase("foo*.bar.com", false)]
    [TestCase("*.*.com", false)]
    [TestCase("1.1.1.1", false)]
    [TestCase("a.b.c.", true)]
    [TestCase("a..b", false)]
    [TestCase("a.1b", true)]
    [TestCase("", false)]
    public void A_domain_may_begin_with_a_wildcard(string text, bool expected) =>
        KubernetesNames.IsWildcardDomain(text).Should().Be(expected);

    [TestCase("key", "value", true)]
    [TestCase("app.kubernetes.io/name", "", true)]
    [TestCase("^", "^", false)]
    [TestCase(".key", "value", false)]
    [TestCase("istio./key", "value", false)]
    [TestCase("key", ".value", false)]
    [TestCase("key/", "value", false)]
    public void A_label_has_a_qualified_key_and_a_short_value(string key, string value, bool expected) =>
        (KubernetesNames.IsLabelKey(key) && KubernetesNames.IsLabelValue(value)).Should().Be(expected);

    [TestCase("50m", true)]
    [TestCase("0.5", true)]
    [TestCase("64Mi", true)]
    [TestCase("64MB", false)]
    [TestCase("Mi", false)]
    [TestCase("-1", false)]
    public void A_quantity_is_a_number_with_a_known_suffix(string text, bool expected) =>
        KubernetesNames.IsQuantity(text).Should().Be(expected);

    [TestCase("15.236.163.90", true)]
    [TestCase("fe80::1", true)]
    [TestCase("a1.elb.example.org", true)]
    [TestCase("10.0.0", false)]
    [TestCase("https://a.example.org", false)]
    public void A_gateway_address_is_an_ip_address_or_a_domain(string text, bool expected) =>
        KubernetesNames.IsAddress(text).Should().Be(expected);
}
