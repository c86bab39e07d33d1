using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of the TLS settings of clients.</summary>
internal static class ClientTlsChecks
{
    private static readonly Rule<ClientTlsSettings>[] BlockRules =
    [
        new ConfigMapIsNear(),
        new UnverifiedSimpleTlsHasNoCa(),
        new UnverifiedMutualTlsHasNoCa(),
        new CredentialOrFiles(),
        new MutualTlsHasCertificate(),
        new MutualTlsHasKey(),
    ];

    public static IEnumerable<IRule> Rules => BlockRules;

    public static void Check(ClientTlsSettings? value, Place place)
    {
        if (value is not null)
        {
            place.Finds(value, BlockRules);
        }
    }
}
