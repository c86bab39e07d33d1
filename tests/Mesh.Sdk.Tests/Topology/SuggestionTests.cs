using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;
using Mesh.Sdk.Topology.Checks;

namespace Mesh.Sdk.Tests.Topology;

public sealed class SuggestionTests
{
    [TestCase("europ-west2", "europe-west2")]
    [TestCase("eu-west-2", "europe-west2")]
    [TestCase("us-east1", "us-east1x")]
    [TestCase("asia-south1", "ap-south-1")]
    public void A_region_is_recognised_across_clouds_and_slips(string text, string meant) =>
        Suggestion.Nearest(text, ["northamerica-south1", meant]).Should().Be(meant);

    [Test]
    public void Nothing_is_suggested_where_nothing_is_near() =>
        Suggestion.For("frontpage", ["bookings", "catalog"]).Should().BeEmpty();

    [TestCase("", "abc", 3)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("hoem", "home", 1)]
    public void The_distance_counts_insertions_deletions_replacements_and_swaps(string left, string right, int expected) =>
        Suggestion.Distance(left, right).Should().Be(expected);

    [Test]
    public void The_distance_is_symmetric_bounded_and_zero_only_for_equals() =>
        Prop.ForAll(
            Gen.Zip(Texts(), Texts()).ToArbitrary(),
            pair =>
            {
                (string left, string right) = pair;
                int distance = Suggestion.Distance(left, right);
                return distance == Suggestion.Distance(right, left)
                    && distance == 0 == (left == right)
                    && distance <= Math.Max(left.Length, right.Length)
                    && distance >= Math.Abs(left.Length - right.Length);
            })
            .Holds();

    [Test]
    public void A_sanitised_name_is_a_label_or_empty_and_stays_so() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            text =>
            {
                string name = KubernetesNames.Sanitize(text.Get);
                return (name.Length == 0 || KubernetesNames.IsLabel(name)) && KubernetesNames.Sanitize(name) == name;
            })
            .Holds();

    [Test]
    public void No_region_stands_twice_in_the_table_of_its_provider()
    {
        foreach (CloudProvider provider in Enum.GetValues<CloudProvider>())
        {
            RegionCatalog.Of(provider).Should().OnlyHaveUniqueItems();
            RegionCatalog.Of(provider).Where(r => !KubernetesNames.IsLabel(r)).Should().BeEmpty();
        }
    }

    private static Gen<string> Texts() => Gen.Elements('a', 'b', 'c').ArrayOf().Select(letters => new string(letters));
}
