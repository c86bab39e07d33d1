using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A host is given once.</summary>
internal sealed class EgressHostsAreDistinct : Rule<EquatableList<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2621",
        DiagnosticSeverity.Warning,
        "The host '{0}' stands for services that the list has already.",
        "Remove it, or the wider host if that is not meant.");

    public override void Check(EquatableList<string> value, Place place)
    {
        foreach ((int index, string host) in new EgressHosts(value, place.Key.Namespace).Repeated)
        {
            place.Item(index).Report(Descriptor, host);
        }
    }
}
