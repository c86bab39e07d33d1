using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>The port of a destination could be given by its name, which only the Service can tell the number of.</summary>
internal sealed class DestinationPortName : IUpgradeStep
{
    private static readonly string[] Protocols = ["http", "tls", "tcp"];

    public void Apply(UpgradedObject upgraded)
    {
        if (!upgraded.Is("networking.istio.io", "VirtualService"))
        {
            return;
        }

        foreach (string route in Protocols.SelectMany(protocol => upgraded.Items($"spec.{protocol}")).ToArray())
        {
            foreach (string destination in upgraded.Items($"{route}.route").Select(item => $"{item}.destination").Append($"{route}.mirror").ToArray())
            {
                Apply(upgraded, destination);
            }
        }
    }

    private static void Apply(UpgradedObject upgraded, string destination)
    {
        string path = $"{destination}.port.name";
        if (upgraded.Find(path)?.Text is not { } name)
        {
            return;
        }

        string? host = upgraded.Find($"{destination}.host")?.Text;
        if (host is not null && NumberOf(upgraded, host, name) is { } number)
        {
            upgraded.Put($"{destination}.port", UntypedValue.From(new UntypedFields([KeyValuePair.Create("number", number)])));
            upgraded.Report(UpgradeDiagnostics.PortNumber, path, name, host, number.Number);
        }
        else
        {
            upgraded.Report(UpgradeDiagnostics.PortName, path, host, name);
        }
    }

    private static UntypedValue? NumberOf(UpgradedObject upgraded, string host, string portName)
    {
        string own = Names.NamespaceOf(upgraded.Key);
        string domain = MeshDefaults.Istio.Domain;
        (string @namespace, string service) = Names.ServiceOf(HostMatching.Complete(host, own, domain), own, domain);
        return upgraded.Resources.TryGet(new ResourceKey("", "v1", "Service", @namespace, service, upgraded.Key.Cluster), out IResource? found)
            ? UntypedWriter.ToUntyped(found).Fields["spec"]?.Fields["ports"]?.Items
                .FirstOrDefault(port => port.Fields["name"]?.Text == portName)?.Fields["port"]
            : null;
    }
}
