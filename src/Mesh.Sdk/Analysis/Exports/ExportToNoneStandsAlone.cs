using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Exports;

/// <summary>Who exports to nobody names nobody else.</summary>
internal sealed class ExportToNoneStandsAlone : Rule<ExportScope>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2214",
        DiagnosticSeverity.Error,
        "exportTo holds '~', nobody, and {0} other entries.",
        "Keep '~' alone in exportTo, or the namespaces.");

    public override string VectorId => "EXP-NONE-MIX";

    public override void Check(ExportScope value, Place place)
    {
        if (value.Sees("~") && value.Entries.Count > 1)
        {
            place.Report(Descriptor, value.Entries.Count - 1);
        }
    }
}
