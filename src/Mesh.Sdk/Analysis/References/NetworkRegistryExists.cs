using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Networks take endpoints from registries that are known.</summary>
internal sealed class NetworkRegistryExists : Rule<InContext<ConfigMap>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2826",
        DiagnosticSeverity.Error,
        "The network '{1}' takes endpoints from the registry '{0}', which is no cluster that is known here.",
        "Give the name of a cluster that has a remote secret, or Kubernetes.") { IstioCode = "IST0126" };

    public override void Check(InContext<ConfigMap> value, Place place)
    {
        if (MeshConfigText.Of(value.Context) is { Place: { } own } config && own.Key == place.Key)
        {
            RegistryNames known = value.Context.Index(static c => new RegistryNames(c));
            foreach ((string network, string registry) in config.Registries.Where(entry => !known.Contains(entry.Registry)))
            {
                place.Field("data").Field("meshNetworks").Report(Descriptor, registry, network);
            }
        }
    }
}
