using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Listeners for outbound traffic have different ports and sockets.</summary>
internal sealed class EgressListenersAreDistinct : Rule<EquatableList<IstioEgressListener>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2611",
        DiagnosticSeverity.Error,
        "'{0}' stands in an earlier listener, too.",
        "Keep one listener for each port and socket.");

    public override void Check(EquatableList<IstioEgressListener> value, Place place)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < value.Count; i++)
        {
            if (value[i]?.Port is not { } port)
            {
                continue;
            }

            string key = port.Number is { } number and not 0 ? number.ToString(CultureInfo.InvariantCulture) : value[i].Bind ?? "";
            if (!seen.Add(key))
            {
                place.Item(i).Report(Descriptor, key);
            }
        }
    }
}
