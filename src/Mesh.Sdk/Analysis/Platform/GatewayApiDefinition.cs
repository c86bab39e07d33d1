using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>A CRD of the Gateway API.</summary>
internal sealed record GatewayApiDefinition(UntypedResource Definition)
{
    /// <summary>The annotation that says which release of the Gateway API a CRD is of.</summary>
    public const string BundleVersion = "gateway.networking.k8s.io/bundle-version";

    private const string Group = "gateway.networking.k8s.io";

    private UntypedValue? Spec => Definition.Fields["spec"];

    public string? Kind => Spec?.Fields["names"]?.Fields["kind"]?.Text;

    /// <summary>Gets the versions that the API server serves, in order.</summary>
    public IReadOnlyList<string> Served =>
    [
        .. (Spec?.Fields["versions"]?.Items ?? default)
            .Where(version => version.Fields["served"]?.Boolean == true)
            .Select(version => version.Fields["name"]?.Text)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Returns the CRD if it is one of the Gateway API.</summary>
    public static GatewayApiDefinition? Of(UntypedResource definition) =>
        definition.Fields["spec"]?.Fields["group"]?.Text == Group ? new(definition) : null;
}
