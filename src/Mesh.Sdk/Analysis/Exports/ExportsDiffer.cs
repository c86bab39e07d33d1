using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Exports;

/// <summary>No namespace is exported to twice.</summary>
internal sealed class ExportsDiffer : Rule<ExportScope>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2210",
        DiagnosticSeverity.Error,
        "exportTo holds '{0}' twice; '.' is the namespace of the object, '{1}'.",
        "Keep one of the entries in exportTo.");

    public override string VectorId => "EXP-DUP";

    public override void Check(ExportScope value, Place place)
    {
        foreach (int index in value.Repeated)
        {
            place.Item(index).Report(Descriptor, value.Entries[index], place.Key.Namespace);
        }
    }
}
