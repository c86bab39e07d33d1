using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>Some kinds of the Gateway API are served at a version that Istio reads.</summary>
/// <remarks>Source: Istio, <c>istioctl/pkg/precheck</c>.</remarks>
internal abstract class ServedVersionRule(string version, params string[] kinds) : Rule<InContext<UntypedResource>>
{
    public override void Check(InContext<UntypedResource> value, Place place)
    {
        if (GatewayApiDefinition.Of(value.Resource) is { Kind: { } kind } definition && kinds.Contains(kind) && !definition.Served.Contains(version))
        {
            string served = definition.Served.Count > 0 ? string.Join(", ", definition.Served) : "no version";
            place.Field("spec").Field("versions").Report(Descriptor, kind, served, version);
        }
    }
}
