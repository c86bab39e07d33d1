using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A wildcard ends a locality.</summary>
internal sealed class WildcardIsLast : Rule<ListedLocality>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2276",
        DiagnosticSeverity.Error,
        "The locality '{0}' has a '*' before its end, or more than one.",
        "Give one '*', as the last character, such as eu-west-3/*.");

    public override string VectorId => "LOC-WILDCARD-POSITION";

    public override void Check(ListedLocality value, Place place)
    {
        int first = value.Text.IndexOf('*', StringComparison.Ordinal);
        if (first >= 0 && first != value.Text.Length - 1)
        {
            place.Report(Descriptor, value.Text);
        }
    }
}
