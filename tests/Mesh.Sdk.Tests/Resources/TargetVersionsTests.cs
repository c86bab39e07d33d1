using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Resources;

public sealed class TargetVersionsTests
{
    private const string Networking = "networking.istio.io";

    [TestCase("1")]
    [TestCase("v1beta")]
    [TestCase("v1.2")]
    [TestCase("beta1")]
    [TestCase("V1")]
    public void Text_that_is_no_version_is_refused(string version) =>
        FluentActions.Invoking(() => TargetVersions.Current.With(Networking, version)).Should().Throw<ArgumentException>().WithMessage($"'{version}' is not a version*");

    [Test]
    public void A_version_that_no_kind_of_the_group_has_is_refused_with_the_nearest_one() =>
        FluentActions.Invoking(() => TargetVersions.Current.With(IstioKinds.All, Networking, "v1beta2"))
            .Should().Throw<ArgumentException>().WithMessage("*has the version 'v1beta2'*v1beta1*Did you mean 'v1beta1'?*");

    [Test]
    public void A_group_that_no_kind_has_is_refused_with_the_nearest_one() =>
        FluentActions.Invoking(() => TargetVersions.Current.With(IstioKinds.All, "networking.istoi.io", "v1"))
            .Should().Throw<ArgumentException>().WithMessage($"*Did you mean '{Networking}'?*");

    [Test]
    public void A_version_that_the_group_has_is_written() =>
        new DestinationRule { Metadata = new("a", "b") }.ToYaml(TargetVersions.Current.With(IstioKinds.All, Networking, "v1beta1"))
            .Should().StartWith($"apiVersion: {Networking}/v1beta1");
}
