namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Consecutive-failure detectors as expected values: how fast the counters of a host move towards their thresholds.</summary>
internal static class Detection
{
    public static readonly EjectionCause[] Causes = [EjectionCause.Consecutive5xx, EjectionCause.ConsecutiveGatewayFailure, EjectionCause.ConsecutiveLocalOriginFailure];

    /// <summary>Returns the part of the way to the threshold that a host makes in a second.</summary>
    public static double PaceOf(Flow flow, FlowHost host, int detector)
    {
        OutlierDetectorSettings settings = flow.Settings!;
        ConsecutiveDetector consecutive = detector switch
        {
            0 => settings.Consecutive5xx,
            1 => settings.ConsecutiveGatewayFailure,
            _ => settings.ConsecutiveLocalOriginFailure,
        };
        if (!consecutive.IsEnforced || host.Outcome.IsFine)
        {
            return 0;
        }

        double tries = flow.SentRate * host.Tries;
        return tries <= 0 ? 0 : tries / TriesUntil(consecutive.Threshold, FailureRatio(settings, host.Outcome, detector));
    }

    // Expected tries until n failures in a row, each with probability e.
    private static double TriesUntil(long n, double e)
    {
        if (e <= 0)
        {
            return double.PositiveInfinity;
        }

        double run = Math.Pow(e, n);
        return e >= 1 - 1e-12 ? n : run <= 1e-300 ? double.PositiveInfinity : (1 - run) / (run * (1 - e));
    }

    private static double FailureRatio(OutlierDetectorSettings settings, TryOutcome outcome, int detector)
    {
        bool isSplit = settings.SplitsExternalLocalOriginErrors;
        double local = outcome.Refused + outcome.Unreachable + outcome.TimedOut;
        if (detector == 2)
        {
            return isSplit ? local : 0;
        }

        double answered = (Counts(settings, outcome.ErrorStatus, detector) ? outcome.Error : 0) + (Counts(settings, 503, detector) ? outcome.Overload : 0);
        double notAnswered = isSplit ? 0
            : (Counts(settings, 503, detector) ? outcome.Refused : 0) + (Counts(settings, 504, detector) ? outcome.Unreachable + outcome.TimedOut : 0);

        // Under the split, what is not answered does not touch the counters of answers.
        return isSplit ? (local < 1 ? answered / (1 - local) : 0) : answered + notAnswered;
    }

    private static bool Counts(OutlierDetectorSettings settings, int status, int detector)
    {
        bool isFailure = settings.HttpErrorCodes.IsSet ? settings.HttpErrorCodes.AsSpan().Contains(status) : status is >= 500 and <= 599;
        return isFailure && (detector == 0 || status is 502 or 503 or 504);
    }
}
