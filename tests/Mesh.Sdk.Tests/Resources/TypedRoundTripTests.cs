using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Resources.GatewayApi;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>Typed resources say the same in YAML and JSON, and lose nothing of what they were read from.</summary>
public sealed class TypedRoundTripTests
{
    private static readonly ResourceReader Typed = new(IstioKinds.All.With(CoreKinds.All).With(GatewayApiKinds.All));

    private static readonly ResourceReader Untyped = new(ResourceKinds.None);

    [Test]
    public void Every_valid_istio_example_survives_as_typed_resource()
    {
        string folder = TestFolders.Shared("vectors", "istio", "crds-valid");
        foreach (string file in Directory.GetFiles(folder, "*.yaml"))
        {
            IReadOnlyList<IResource> read = Typed.Read(File.ReadAllText(file), file);
            read.Should().NotContain(r => r is UntypedResource, file);

            string yaml = read.ToYaml();
            Typed.Read(yaml).Should().Equal(read, file);
            Typed.Read(yaml).ToYaml().Should().Be(yaml, file);
            Typed.Read(read.ToJson()).Should().Equal(read, file);
            Untyped.Read(yaml).Select(r => r.ToJson()).Should().Equal(Typed.Read(read.ToJson()).Select(r => Untyped.Read(r.ToJson())[0].ToJson()), file);
        }
    }

    [Test]
    public void A_rule_that_is_made_in_code_survives()
    {
        DestinationRule rule = new()
        {
            Metadata = new("frontpage-outlier", "backyards-demo") { Labels = [new("version", "1.0"), new("on", "yes")] },
            Spec = new()
            {
                Host = "*.example.org",
                TrafficPolicy = new()
                {
                    LoadBalancer = new() { LocalityLbSetting = new() { Enabled = true, Failover = [new() { From = "eu-west-3", To = "eu-west-2" }] } },
                    OutlierDetection = new() { Consecutive5xxErrors = 7, Interval = TimeSpan.FromMinutes(5), BaseEjectionTime = TimeSpan.FromSeconds(1.5) },
                },
            },
        };

        Typed.Read(rule.ToYaml()).Should().Equal(rule);
        Typed.Read(rule.ToJson()).Should().Equal(rule);
        rule.ToYaml().Should().Contain("    \"on\": \"yes\"\n    version: \"1.0\"\n").And.Contain("host: \"*.example.org\"\n");
    }
}
