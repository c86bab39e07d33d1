using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Engines;

/// <summary>Several processes of dedicated mode talk to each other.</summary>
internal sealed class ProcessesTalk : Rule<ReplicationModel>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5312",
        DiagnosticSeverity.Error,
        "{0} processes run for each target without the internal REST server, so what the leader does not own, such as tasks of new topics, is lost.",
        "Give DedicatedOptions InternalListeners, and say HasInternalRest; or run one process.");

    public override void Check(ReplicationModel value, Place place)
    {
        if (value.Options is { Engine: MirrorMakerEngine.Dedicated, Processes: > 1, HasInternalRest: false } options)
        {
            place.Report(Descriptor, options.Processes);
        }
    }
}
