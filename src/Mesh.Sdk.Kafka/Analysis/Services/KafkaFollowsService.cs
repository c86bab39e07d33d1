using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>Where a service fails over to, it is known which Kafka cluster it uses.</summary>
internal sealed class KafkaFollowsService : Rule<ServiceFailover>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5352",
        DiagnosticSeverity.Warning,
        "The service '{0}' uses the Kafka cluster '{1}' in '{2}' and fails over to '{3}', for which no Kafka cluster is told, so nothing can be said of its topics there.",
        "Say where the Kafka clusters are with InRegion or OnMeshCluster, and add one for '{3}'.");

    public override void Check(ServiceFailover value, Place place)
    {
        if (value.To is null)
        {
            place.Report(Descriptor, value.Name, value.From.Alias, value.FromRegion, value.ToRegion);
        }
    }
}
