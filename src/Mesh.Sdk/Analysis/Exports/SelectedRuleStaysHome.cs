using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Exports;

/// <summary>A rule for some workloads only is seen in its own namespace only.</summary>
internal sealed class SelectedRuleStaysHome : Rule<ExportScope>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2212",
        DiagnosticSeverity.Error,
        "The rule has a workloadSelector and is exported to {0}, and Istio lets such a rule be exported to its own namespace only.",
        "Set exportTo to '.', or leave out workloadSelector.");

    public override string VectorId => "EXP-SELECTOR";

    public override void Check(ExportScope value, Place place)
    {
        if (value.HasSelector && value.IsSeenElsewhere)
        {
            place.Report(Descriptor, string.Join(", ", value.Entries.Select(e => $"'{e}'")));
        }
    }
}
