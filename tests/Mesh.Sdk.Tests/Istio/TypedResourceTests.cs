using Mesh.Sdk.Codegen.Input;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Resources.GatewayApi;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Tests.Istio;

public sealed class TypedResourceTests
{
    [Test]
    public void A_rule_compares_by_value()
    {
        DestinationRule rule = FrontpageOutlier();

        rule.Should().Be(FrontpageOutlier());
        rule.GetHashCode().Should().Be(FrontpageOutlier().GetHashCode());
        (rule with { Spec = rule.Spec! with { Host = "other" } }).Should().NotBe(rule);
        rule.ToString().Should().Be("DestinationRule backyards-demo/frontpage-outlier");
    }

    [Test]
    public void A_rule_is_written_with_its_fields_only()
    {
        UntypedValue written = UntypedWriter.ToUntyped(FrontpageOutlier());

        UntypedFields policy = written.Fields["spec"]!.Fields["trafficPolicy"]!.Fields;
        policy.Select(field => field.Key).Should().Equal("loadBalancer", "outlierDetection");
        policy["outlierDetection"]!.Fields.Select(field => field.Key).Should().Equal("consecutive5xxErrors", "interval", "baseEjectionTime");
        policy["outlierDetection"]!.Fields["interval"]!.Text.Should().Be("5m");
        written.Fields["apiVersion"]!.Text.Should().Be("networking.istio.io/v1");
    }

    [Test]
    public void Every_field_of_every_Istio_kind_survives_reading_and_writing()
    {
        SchemaSet schemas = CrdReader.Read([TestFolders.Shared("crds", "istio", "crd-all.gen.yaml")]);

        AssertNothingIsLost(schemas.Definitions, [], IstioKinds.All);
    }

    [TestCase("core.yaml")]
    [TestCase("gateway-api.yaml")]
    public void Every_field_of_every_kind_of_our_own_schemas_survives_reading_and_writing(string file)
    {
        string schemas = Path.Combine(TestFolders.Repository(), "eng", "Mesh.Sdk.Codegen", "Schemas");

        AssertNothingIsLost(
            DefinitionReader.Read(Path.Combine(schemas, file)).Definitions,
            DefinitionReader.Read(Path.Combine(schemas, "meta.yaml")).Definitions,
            CoreKinds.All.With(GatewayApiKinds.All));
    }

    [Test]
    public void All_served_versions_are_read_and_the_current_one_is_written()
    {
        SchemaSet schemas = CrdReader.Read([TestFolders.Shared("crds", "istio", "crd-all.gen.yaml")]);

        IstioKinds.All.All.Should().HaveCount(15);
        foreach (Definition definition in schemas.Definitions)
        {
            KindSchema expected = definition.Kind!;
            ResourceKind kind = IstioKinds.All.Find($"{expected.Group}/{expected.Versions[^1]}", expected.Name)!;
            kind.Version.Should().Be(expected.Versions.Contains("v1") ? "v1" : expected.Version);
            kind.ReadableVersions.Should().BeEquivalentTo(expected.Versions);
            (kind.Plural, kind.IsNamespaced).Should().Be((expected.Plural, true));
        }
    }

    [Test]
    public void A_chosen_version_is_written_where_a_kind_has_it()
    {
        TargetVersions versions = TargetVersions.Current.With("networking.istio.io", "v1alpha3");

        versions.ApiVersionOf(DestinationRule.Definition).Should().Be("networking.istio.io/v1alpha3");
        versions.ApiVersionOf(ProxyConfig.Definition).Should().Be("networking.istio.io/v1beta1");
    }

    [Test]
    public void A_value_outside_an_enum_is_reported_with_what_is_allowed()
    {
        UntypedValue tls = UntypedValue.From(new UntypedFields([new("mode", "SIMPEL")]));

        Diagnostic diagnostic = UntypedReading.Diagnose(tls, ClientTlsSettings.Read).Should().ContainSingle().Subject;

        diagnostic.Path.Should().Be("mode");
        diagnostic.ToString().Should().Contain("ISTIO_MUTUAL");
    }

    [Test]
    public void Null_reads_as_unset()
    {
        UntypedValue spec = UntypedValue.From(new UntypedFields([new("host", "a"), new("trafficPolicy", UntypedValue.Null), new("subsets", UntypedValue.Null)]));

        UntypedReading.Read(spec, DestinationRuleSpec.Read).Should().Be(new DestinationRuleSpec { Host = "a" });
    }

    [Test]
    public void Values_of_a_Secret_are_never_printed()
    {
        Secret secret = new()
        {
            Metadata = new("token", "backyards-demo"),
            Type = "Opaque",
            StringData = [new("password", "hunter2")],
            Data = [new("token", SecretText.ToBase64("hunter2"))],
        };

        $"{secret} {secret.Data} {secret.StringData}".Should().NotContain("hunter2").And.NotContain(SecretText.ToBase64("hunter2").Reveal());
        secret.StringData["password"].Reveal().Should().Be("hunter2");
        UntypedReading.Read(UntypedWriter.ToUntyped(secret), Secret.Read).Should().Be(secret);
    }

    [Test]
    public void Metadata_can_be_replaced_on_any_kind()
    {
        IResource rule = FrontpageOutlier();

        IResource moved = rule.WithMetadata(rule.Metadata with { Namespace = "other" });

        moved.Should().BeOfType<DestinationRule>().Which.Metadata.Should().Be(new ObjectMeta("frontpage-outlier", "other"));
    }

    private static void AssertNothingIsLost(IReadOnlyList<Definition> definitions, IReadOnlyList<Definition> others, ResourceKinds kinds)
    {
        SchemaSamples samples = new(definitions.Concat(others));
        foreach (Definition definition in definitions.Where(d => d.Kind is not null))
        {
            UntypedValue sample = samples.Object(definition);
            ResourceKind kind = kinds.Find(sample.Fields["apiVersion"]!.Text!, definition.Name)!;

            IResource resource = UntypedReading.Read(sample, kind.Read!);

            UntypedWriter.ToUntyped(resource).Should().Be(sample, "nothing of {0} may be lost", definition.Name);
            UntypedReading.Read(UntypedWriter.ToUntyped(resource), kind.Read!).Should().Be(resource);
        }
    }

    private static DestinationRule FrontpageOutlier() => new()
    {
        Metadata = new("frontpage-outlier", "backyards-demo"),
        Spec = new()
        {
            Host = "frontpage.backyards-demo.svc.cluster.local",
            TrafficPolicy = new()
            {
                LoadBalancer = new() { LocalityLbSetting = new() { Enabled = true, Failover = [new() { From = "eu-west-3", To = "eu-west-2" }] } },
                OutlierDetection = new() { Consecutive5xxErrors = 7, Interval = TimeSpan.FromMinutes(5), BaseEjectionTime = TimeSpan.FromMinutes(15) },
            },
        },
    };
}
