namespace Mesh.Sdk.Topology.Checks;

/// <summary>The public regions of the known providers. New ones appear, so a region that is missing here is only a warning.</summary>
internal static class RegionCatalog
{
    private static readonly string[] Aws =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
        "ca-central-1", "ca-west-1", "cn-north-1", "cn-northwest-1", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1",
        "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "eusc-de-east-1", "il-central-1", "me-central-1", "me-south-1",
        "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-gov-east-1", "us-gov-west-1", "us-west-1", "us-west-2",
    ];

    private static readonly string[] GoogleCloud =
    [
        "africa-south1", "asia-east1", "asia-east2", "asia-northeast1", "asia-northeast2", "asia-northeast3", "asia-south1",
        "asia-south2", "asia-southeast1", "asia-southeast2", "australia-southeast1", "australia-southeast2", "europe-central2",
        "europe-north1", "europe-north2", "europe-southwest1", "europe-west1", "europe-west10", "europe-west12", "europe-west2",
        "europe-west3", "europe-west4", "europe-west6", "europe-west8", "europe-west9", "me-central1", "me-central2", "me-west1",
        "northamerica-northeast1", "northamerica-northeast2", "northamerica-south1", "southamerica-east1", "southamerica-west1",
        "us-central1", "us-east1", "us-east4", "us-east5", "us-south1", "us-west1", "us-west2", "us-west3", "us-west4",
    ];

    private static readonly string[] Azure =
    [
        "australiacentral", "australiacentral2", "australiaeast", "australiasoutheast", "austriaeast", "belgiumcentral", "brazilsouth",
        "brazilsoutheast", "canadacentral", "canadaeast", "centralindia", "centralus", "chilecentral", "chinaeast", "chinaeast2",
        "chinaeast3", "chinanorth", "chinanorth2", "chinanorth3", "eastasia", "eastus", "eastus2", "francecentral", "francesouth",
        "germanynorth", "germanywestcentral", "indonesiacentral", "israelcentral", "italynorth", "japaneast", "japanwest",
        "jioindiacentral", "jioindiawest", "koreacentral", "koreasouth", "malaysiawest", "mexicocentral", "newzealandnorth",
        "northcentralus", "northeurope", "norwayeast", "norwaywest", "polandcentral", "qatarcentral", "southafricanorth",
        "southafricawest", "southcentralus", "southeastasia", "southindia", "spaincentral", "swedencentral", "switzerlandnorth",
        "switzerlandwest", "uaecentral", "uaenorth", "uksouth", "ukwest", "usdodcentral", "usdodeast", "usgovarizona", "usgovtexas",
        "usgovvirginia", "westcentralus", "westeurope", "westindia", "westus", "westus2", "westus3",
    ];

    /// <summary>Returns the regions of a provider; none where any name is taken.</summary>
    public static IReadOnlyList<string> Of(CloudProvider provider) => provider switch
    {
        CloudProvider.Aws => Aws,
        CloudProvider.GoogleCloud => GoogleCloud,
        CloudProvider.Azure => Azure,
        _ => [],
    };

    /// <summary>Returns the name of a provider for people.</summary>
    public static string NameOf(CloudProvider provider) => provider switch
    {
        CloudProvider.Aws => "AWS",
        CloudProvider.GoogleCloud => "Google Cloud",
        CloudProvider.Azure => "Azure",
        CloudProvider.OnPremises => "premises",
        _ => "another provider",
    };

    /// <summary>Returns a sentence, with a leading space, that says whose region it is; nothing if nobody's.</summary>
    public static string OwnerOf(string region)
    {
        CloudProvider[] owners = [.. new[] { CloudProvider.Aws, CloudProvider.GoogleCloud, CloudProvider.Azure }.Where(p => Of(p).Contains(region))];
        return owners.Length == 0 ? "" : $" It is a region of {NameOf(owners[0])}.";
    }
}
