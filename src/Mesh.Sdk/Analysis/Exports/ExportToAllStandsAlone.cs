using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Exports;

/// <summary>Who exports to all names nobody else.</summary>
internal sealed class ExportToAllStandsAlone : Rule<ExportScope>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2213",
        DiagnosticSeverity.Error,
        "exportTo holds '*' and {0} other entries, and '*' is all namespaces already.",
        "Keep '*' alone in exportTo, or the namespaces.");

    public override string VectorId => "EXP-PUBLIC-MIX";

    public override void Check(ExportScope value, Place place)
    {
        if (value.Sees("*") && value.Entries.Count > 1)
        {
            place.Report(Descriptor, value.Entries.Count - 1);
        }
    }
}
