using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A gateway is named as namespace/name, or as a plain name.</summary>
internal sealed class GatewayNameIsValid : Rule<EquatableList<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2301",
        DiagnosticSeverity.Error,
        "'{0}' is not a gateway: Istio reads namespace/name, where both are labels, a plain name, or mesh.",
        "Name the gateway as namespace/name.");

    public override string VectorId => "VS-GATEWAY-NAME";

    public override void Check(EquatableList<string> value, Place place)
    {
        for (int i = 0; i < value.Count; i++)
        {
            string name = value[i] ?? "";
            if (!IsName(name))
            {
                place.Item(i).Report(Descriptor, name);
            }
        }
    }

    private static bool IsName(string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? IstioFormats.IsFqdn(name)
            : IstioFormats.IsDns1123Label(name[..slash]) && IstioFormats.IsDns1123Label(name[(slash + 1)..]);
    }
}
