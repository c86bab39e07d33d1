using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Everything leaves nothing to add.</summary>
internal sealed class EgressEverythingStandsAlone : Rule<EquatableList<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2622",
        DiagnosticSeverity.Warning,
        "The host '*/*' is every service, and {0} hosts stand beside it.",
        "Remove the others, or '*/*'.");

    public override void Check(EquatableList<string> value, Place place)
    {
        if (new EgressHosts(value, place.Key.Namespace).HasMoreThanEverything)
        {
            place.Report(Descriptor, value.Count - 1);
        }
    }
}
