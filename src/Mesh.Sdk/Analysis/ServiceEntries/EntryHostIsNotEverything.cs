using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>An entry is not for all hosts.</summary>
internal sealed class EntryHostIsNotEverything : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2404",
        DiagnosticSeverity.Error,
        "A host is '{0}', all hosts, and Istio wants a domain.",
        "Give a domain such as *.example.com.");

    public override string VectorId => "SE-HOST-WILDCARD";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        for (int i = 0; i < value.Hosts.Count; i++)
        {
            string host = value.Hosts[i] ?? "";
            if (host == "*")
            {
                place.Field("hosts").Item(i).Report(Descriptor, host);
            }
        }
    }
}
