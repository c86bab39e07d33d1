using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Exports;

/// <summary>Objects are exported to namespaces.</summary>
internal sealed class ExportIsNamespace : Rule<ExportScope>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2211",
        DiagnosticSeverity.Error,
        "exportTo holds '{0}', and Istio wants '.', '*' or the name of a namespace; '~' is for ServiceEntry only.",
        "Put '.', '*' or the name of a namespace in exportTo.");

    public override string VectorId => "EXP-SYNTAX";

    public override void Check(ExportScope value, Place place)
    {
        foreach (int index in value.Malformed)
        {
            place.Item(index).Report(Descriptor, value.Entries[index]);
        }
    }
}
