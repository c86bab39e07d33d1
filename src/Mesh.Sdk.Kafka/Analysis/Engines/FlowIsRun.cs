using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Engines;

/// <summary>A flow has workers that write to its target.</summary>
internal sealed class FlowIsRun : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5310",
        DiagnosticSeverity.Error,
        "The flow '{0}' writes to '{1}', and workers run for {2} only, so it does not run, or writes to the wrong cluster.",
        "Run workers for '{1}' as well: a Connect cluster attached to it, a KafkaMirrorMaker2 of its own, or its alias behind --clusters.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Options.WorkerTargets is { IsSet: true } targets && !targets.Contains(value.Flow.Target))
        {
            place.Report(Descriptor, value.Name, value.Flow.Target, targets.Count == 0 ? "nothing" : string.Join(", ", targets.Select(t => $"'{t}'")));
        }
    }
}
