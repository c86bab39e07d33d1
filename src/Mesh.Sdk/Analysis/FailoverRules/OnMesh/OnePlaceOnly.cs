using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A service in one cluster is lost with it.</summary>
internal sealed class OnePlaceOnly : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2157",
        DiagnosticSeverity.Info,
        "The service '{0}' is exposed or fails over, and runs in cluster '{1}' only: when that is lost, every request fails.",
        "Run it in a second cluster (RunsOn).");

    public override void Check(ServiceView value, Place place)
    {
        // Of one cluster, objects can't tell whether there are others.
        bool knowsOthers = value.Advice is null || value.Model.Clusters.Count > 1;
        if (knowsOthers && (value.Target.IsExposed || value.Target.DeclaresFailover) && value.Endpoints.Select(e => e.Cluster).Distinct().ToArray() is [var only])
        {
            place.WithRemedy(value.Advice?.RunElsewhere(only)).Report(Descriptor, value.Target.Name, only);
        }
    }
}
