using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

public sealed class LocalityTests
{
    [TestCase("", "", "", "")]
    [TestCase("region", "region", "", "")]
    [TestCase("region/zone", "region", "zone", "")]
    [TestCase("region/zone/subzone", "region", "zone", "subzone")]
    [TestCase("region/zone/subzone/rack", "region", "zone", "subzone")]
    [TestCase("r//s", "r", "", "s")]
    [TestCase("/z", "", "z", "")]
    public void A_text_is_split_into_region_zone_and_sub_zone(string text, string region, string zone, string subZone) =>
        Locality.Parse(text).Should().Be(new Locality(region, zone, subZone));

    [TestCase("region.zone.subzone", "region/zone/subzone")]
    [TestCase("region/zone.a", "region/zone.a")]
    [TestCase("us-east-1", "us-east-1")]
    public void Dots_of_a_label_stand_for_slashes_unless_there_is_one(string label, string expected) =>
        Locality.ParseLabel(label).ToString().Should().Be(expected);

    [Test]
    public void Every_text_but_null_is_a_locality()
    {
        Locality.TryParse(null, out _).Should().BeFalse();
        Locality.TryParse("", out Locality empty).Should().BeTrue();
        empty.Should().Be(default(Locality));
        empty.GetHashCode().Should().Be(default(Locality).GetHashCode());
        empty.IsEmpty.Should().BeTrue();
    }

    [Test]
    public void The_text_form_parses_back_and_has_no_trailing_empty_part() =>
        Prop.ForAll(
            Localities().ToArbitrary(),
            locality => Locality.Parse(locality.ToString()) == locality && !locality.ToString().EndsWith('/'))
            .Holds();

    private static Gen<Locality> Localities()
    {
        Gen<string> part = Gen.Elements("", "eu-west-2", "eu-west-2a", "rack 3", "Ünit", "*");
        return from region in part from zone in part from subZone in part select new Locality(region, zone, subZone);
    }
}
