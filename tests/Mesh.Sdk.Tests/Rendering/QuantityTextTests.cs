using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Rendering;

namespace Mesh.Sdk.Tests.Rendering;

public sealed class QuantityTextTests
{
    // As k8s.io/apimachinery writes them.
    [TestCase("1000m", "1")]
    [TestCase("50m", "50m")]
    [TestCase("1.5", "1500m")]
    [TestCase("0.1", "100m")]
    [TestCase("0.0001", "100u")]
    [TestCase("2000", "2k")]
    [TestCase("1024", "1024")]
    [TestCase("64Mi", "64Mi")]
    [TestCase("1024Mi", "1Gi")]
    [TestCase("1.5Gi", "1536Mi")]
    [TestCase("1000Mi", "1000Mi")]
    [TestCase("0.5Ki", "512")]
    [TestCase("1000000k", "1G")]
    [TestCase("0", "0")]
    [TestCase("0Mi", "0")]
    [TestCase("007m", "7m")]
    public void A_quantity_is_written_as_the_server_writes_it(string text, string written) => QuantityText.Canonical(text).Should().Be(written);

    [TestCase("99999999999E")]
    [TestCase("much")]
    [TestCase("1x")]
    public void What_can_not_be_written_otherwise_stays(string text) => QuantityText.Canonical(text).Should().Be(text);

    [Test]
    public void Texts_of_one_amount_become_one_text() => Prop.ForAll<PositiveInt>(amount =>
    {
        string[] texts = [Text(amount.Get * 1000L, "m"), Text(amount.Get, ""), Text(amount.Get / 1000m, "k")];
        string[] binary = [Text(amount.Get * 1024L, "Ki"), Text(amount.Get, "Mi"), Text(amount.Get / 1024m, "Gi")];
        return texts.Select(QuantityText.Canonical).Distinct().Count() == 1
            && binary.Select(QuantityText.Canonical).Distinct().Count() == 1
            && texts.Concat(binary).Select(QuantityText.Canonical).All(t => QuantityText.Canonical(t) == t);
    }).Holds();

    private static string Text(decimal number, string suffix) => number.ToString(CultureInfo.InvariantCulture) + suffix;
}
