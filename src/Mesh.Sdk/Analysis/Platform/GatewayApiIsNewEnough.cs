using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>A CRD of the Gateway API is of a release that Istio watches.</summary>
/// <remarks>Source: Istio, <c>pkg/config/schema/gatewayapi</c> and <c>analyzers/k8sgateway/crdversion.go</c>.</remarks>
internal sealed class GatewayApiIsNewEnough : Rule<InContext<UntypedResource>>
{
    private static readonly Dictionary<string, Version> Least = new(StringComparer.Ordinal)
    {
        ["grpcroutes.gateway.networking.k8s.io"] = new(1, 1, 0),
        ["backendtlspolicies.gateway.networking.k8s.io"] = new(1, 4, 0),
        ["tlsroutes.gateway.networking.k8s.io"] = new(1, 5, 0),
    };

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2876",
        DiagnosticSeverity.Warning,
        "The CRD is of release {0} of the Gateway API, and Istio looks at this kind from {1} on, so objects of it have no effect.",
        "Install the CRDs of release {1} or later.") { IstioCode = "IST0176" };

    public override void Check(InContext<UntypedResource> value, Place place)
    {
        if (Least.TryGetValue(value.Resource.Metadata.Name ?? "", out Version? least)
            && value.Resource.Metadata.Annotations.TryGetValue(GatewayApiDefinition.BundleVersion, out string? text)
            && ReleaseOf(text) is { } release
            && release < least)
        {
            place.Field("metadata").Field("annotations").Entry(GatewayApiDefinition.BundleVersion).Report(Descriptor, release, least);
        }
    }

    // A pre-release counts as its release; a text that is no version is not judged.
    private static Version? ReleaseOf(string text)
    {
        string[] numbers = text.TrimStart('v').Split('-', '+')[0].Split('.');
        return numbers.Length <= 3 && Version.TryParse(string.Join('.', numbers.Concat(["0", "0"]).Take(3)), out Version? version) ? version : null;
    }
}
