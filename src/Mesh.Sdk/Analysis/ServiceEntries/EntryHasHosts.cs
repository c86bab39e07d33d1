using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>An entry names hosts.</summary>
internal sealed class EntryHasHosts : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2403",
        DiagnosticSeverity.Error,
        "The entry has no hosts.",
        "Give at least one host in hosts.");

    public override string VectorId => "SE-HOSTS";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Hosts.Count == 0)
        {
            place.Field("hosts").Report(Descriptor);
        }
    }
}
