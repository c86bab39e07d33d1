using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Gateways are not named by their dotted names any more.</summary>
internal sealed class GatewayNameIsCurrent : Rule<EquatableList<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2302",
        DiagnosticSeverity.Warning,
        "The gateway '{0}' is named in the old dotted form.",
        "Name it as '{1}'.");

    public override string VectorId => "VS-GATEWAY-LEGACY";

    public override void Check(EquatableList<string> value, Place place)
    {
        for (int i = 0; i < value.Count; i++)
        {
            if (value[i] is { } name && !name.Contains('/', StringComparison.Ordinal) && name.Split('.') is [var gateway, var owner, ..])
            {
                place.Item(i).Report(Descriptor, name, $"{owner}/{gateway}");
            }
        }
    }
}
