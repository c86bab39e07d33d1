using System.Globalization;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>The values of one field of a source or an operation.</summary>
internal readonly record struct PolicyValues(string Field, EquatableList<string> Values)
{
    public bool IsAddresses => Field is "ipBlocks" or "notIpBlocks" or "remoteIpBlocks" or "notRemoteIpBlocks";

    public bool IsServiceAccounts => Field is "serviceAccounts" or "notServiceAccounts";

    public bool IsPorts => Field is "ports" or "notPorts";

    public bool IsPaths => Field is "paths" or "notPaths";

    public static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public static IReadOnlyList<PolicyValues> Of(AuthorizationSource? source) => source is null
        ? []
        :
        [
            new("principals", source.Principals),
            new("notPrincipals", source.NotPrincipals),
            new("requestPrincipals", source.RequestPrincipals),
            new("notRequestPrincipals", source.NotRequestPrincipals),
            new("namespaces", source.Namespaces),
            new("notNamespaces", source.NotNamespaces),
            new("serviceAccounts", source.ServiceAccounts),
            new("notServiceAccounts", source.NotServiceAccounts),
            new("trustDomains", source.TrustDomains),
            new("notTrustDomains", source.NotTrustDomains),
            new("ipBlocks", source.IpBlocks),
            new("notIpBlocks", source.NotIpBlocks),
            new("remoteIpBlocks", source.RemoteIpBlocks),
            new("notRemoteIpBlocks", source.NotRemoteIpBlocks),
        ];

    public static IReadOnlyList<PolicyValues> Of(AuthorizationOperation? operation) => operation is null
        ? []
        :
        [
            new("hosts", operation.Hosts),
            new("notHosts", operation.NotHosts),
            new("ports", operation.Ports),
            new("notPorts", operation.NotPorts),
            new("methods", operation.Methods),
            new("notMethods", operation.NotMethods),
            new("paths", operation.Paths),
            new("notPaths", operation.NotPaths),
        ];
}
